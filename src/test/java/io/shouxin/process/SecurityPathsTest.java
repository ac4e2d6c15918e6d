package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ConstraintLine;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.SecurityOffer;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the security of an application: bank acceptances need cover at every grade. */
@ApplicationTest
@ProcessTest
class SecurityPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void lendsWhatTheVerifiedSecurityCoversAndSaysWhatWouldRaiseIt() {
        ApplicationCase file = assessed(acceptance("2000000", "PLEDGE"), List.of(valued(1, "DEPOSIT", "300000", "CUSTOMER")));

        CreditProposalView proposal = file.proposal();
        assertThat(proposal.bindingConstraint()).isEqualTo("SECURITY_COVERAGE");
        assertThat(proposal.amount()).as("285,000 / 0.3").isEqualTo(Money.cny("950000"));
        assertThat(proposal.lever().by()).isEqualTo(Money.cny("315000"));
        assertThat(proposal.policyVersions()).containsKeys("advance-rates", "security-requirements", "concentration-limits");
        assertThat(file.view().assessment().orElseThrow().security()).hasSize(1);
    }

    @Test
    void givesNothingOnTheGuaranteeOfARelatedPartyAlone() {
        ApplicationCase file = assessed(acceptance("2000000", "GUARANTEE"), List.of(valued(1, "GUARANTEE_OF_FIRM", "9000000", "RELATED_PARTY")));

        assertThat(file).waitsAt("user_consider-exceptions").hasNeverHeldALimit();
        file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "END"));
        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasNeverHeldALimit().hasALetterFor("NO_LIMIT_SECURITY_COVERAGE");
        assertThat(line(file).notes()).contains("RELATED_GUARANTEE_ALONE");
    }

    @Test
    void leavesSecurityNobodyHasValuedToAPerson() {
        ApplicationCase file = assessed(acceptance("500000", "PLEDGE"), null);

        assertThat(line(file).state()).isEqualTo(ConstraintLine.State.MISSING);
        assertThat(file.proposal().obstacles()).contains("FACTS_MISSING");
        assertThat(file).hasNotPassed("service_approve-straight-through").holdsItsLimit();
    }

    @Test
    void goesStraightThroughWithVerifiedSecurityInFull() {
        ApplicationCase file = assessed(acceptance("500000", "PLEDGE"), List.of(valued(1, "DEPOSIT", "500000", "CUSTOMER")));

        assertThat(file.proposal().obstacles()).isEmpty();
        assertThat(file).hasPassed("service_approve-straight-through");
    }

    @Test
    void takesFurtherSecurityIntoTheFacilityTheAgreementIsMadeOf() {
        Map<String, Object> further = Forms.with(valued(1, "RESIDENTIAL_PROPERTY", "1000000", "THIRD_PARTY"), "offer", null, "description", "股东名下住宅一套");
        ApplicationCase file = assessed(acceptance("500000", "GUARANTEE"), List.of(valued(1, "GUARANTEE_OF_FIRM", "100000", "RELATED_PARTY"), further));

        assertThat(file.proposal().facilities().get(0).security()).extracting(SecurityOffer::description).containsExactly("担保一项", "股东名下住宅一套");
        assertThat(file.proposal().conditions()).contains("MORTGAGE_REGISTERED", "GUARANTEE_SIGNED");
    }

    @Test
    void refusesAnImpossibleValuationBesideItsFieldAndKeepsTheTask() {
        ApplicationCase file = acceptance("500000", "PLEDGE");
        Map<String, Object> wrong = Forms.with(valued(1, "DEPOSIT", "-1", "CUSTOMER"), "valuedOn", bank.clock.today().plusDays(1).toString());

        assertThat(Refused.codesOf(() -> file.complete("analyst", "user_assess-qualification",
                Forms.with(Forms.qualification("QUALIFIED", "STRONG"), "security", List.of(wrong)))))
                .containsExactlyInAnyOrder("AMOUNT_NOT_POSITIVE at security[0].value", "VALUATION_DAY at security[0].valuedOn");
        assertThat(file).waitsAt("user_assess-qualification");
        assertThat(file.view().assessment()).isEmpty();
    }

    private ConstraintLine line(ApplicationCase file) {
        return file.proposal().constraints().stream().filter(line -> line.code().equals("SECURITY_COVERAGE")).findFirst().orElseThrow();
    }

    /** A sound firm that asks for bank acceptances with one security, and waits to be assessed. */
    private ApplicationCase acceptance(String amount, String type) {
        ApplicationCase file = bank.anApplication().asking(amount).started();
        Map<String, Object> offered = Map.of("type", type, "description", "担保一项", "value", "9000000");
        file.complete(file.applicant(), "user_complete-application", Forms.application(Forms.with(Forms.facility(amount, List.of(offered)),
                "product", "BANK_ACCEPTANCE", "tenorMonths", 6), null));
        return file.withDocuments().complete("analyst", "user_enter-data", Map.of());
    }

    private static ApplicationCase assessed(ApplicationCase file, List<Map<String, Object>> security) {
        return file.complete("analyst", "user_assess-qualification", Forms.with(Forms.qualification("QUALIFIED", "STRONG"), "security", security));
    }

    private Map<String, Object> valued(int offer, String kind, String value, String owner) {
        return Forms.with(Map.of(), "facility", 1, "offer", offer, "kind", kind, "value", new BigDecimal(value).toPlainString(), "currency", "CNY",
                "valuedOn", bank.clock.today().toString(), "valuer", "BANK", "priorClaims", "0", "rank", 1, "owner", owner, "evidence", "查验原件");
    }
}
