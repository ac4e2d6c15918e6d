package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;

import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the analyst, the rating and the limit make of an application. */
@ApplicationTest
@ProcessTest
class AssessmentPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void aFirmOverdueForMonthsIsKnockedOut() {
        ApplicationCase file = bank.anApplication().of(firm().withoutCreditReport()).withDocuments();
        bank.report(file.customer(), file.firm().overdueToday(120));
        file.assessed();

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasNeverHeldALimit().hasALetterFor("OVERDUE_OVER_90_DAYS")
                .hasPassed("rule_rate-customer", "service_close-application")
                .hasNotPassed("service_propose-limit", "rule_determine-authority", "service_issue-offer");
    }

    @Test
    void anUnqualifiedApplicantIsNotEvenRated() {
        ApplicationCase file = bank.anApplication().withDocuments().complete("analyst", "user_enter-data", Map.of())
                .complete("analyst", "user_assess-qualification", Forms.qualification("UNQUALIFIED", "WEAK"));

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasNeverHeldALimit().hasALetterFor("NOT_QUALIFIED")
                .hasPassed("user_assess-qualification", "service_close-application").hasNotPassed("rule_rate-customer");
    }

    @Test
    void anAnalystWhoNeedsMoreDataGetsTheTaskBack() {
        ApplicationCase file = bank.anApplication().withDocuments().complete("analyst", "user_enter-data", Map.of())
                .complete("analyst", "user_assess-qualification", Forms.qualification("MORE_DATA", "ADEQUATE"));
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT).hasNotPassed("rule_rate-customer");

        file.offered();
        assertThat(file).hasStatus(ApplicationStatus.OFFERED).hasPassedTimes(2, "user_assess-qualification")
                .hasPassedTimes(1, "rule_rate-customer");
    }

    @Test
    void aFirmThatCanCarryNoMoreDebtGetsNoLimit() {
        ApplicationCase file = bank.anApplication().of(firm().owing("900000000")).assessed();

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasNeverHeldALimit().hasALetterFor("NO_LIMIT_DEBT_CAPACITY")
                .hasPassed("rule_rate-customer", "service_propose-limit", "service_close-application")
                .hasNotPassed("rule_determine-authority", "service_issue-offer");
    }

    @Test
    void aMissingFactIsAskedForAndNeverInvented() {
        Firm unreported = firm().withoutCreditReport();
        ApplicationCase file = bank.anApplication().of(unreported).assessed();
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT).hasNeverHeldALimit()
                .hasPassed("rule_rate-customer").hasNotPassed("service_propose-limit", "service_close-application");

        bank.report(file.customer(), unreported);
        file.assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager").hasStatus(ApplicationStatus.IN_APPROVAL).holdsItsLimit()
                .hasPassedTimes(2, "rule_rate-customer").hasPassedTimes(1, "service_propose-limit");
    }
}
