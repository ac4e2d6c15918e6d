package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.CaseRules;
import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PublishPolicy;
import io.shouxin.policy.PublishingDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.testkit.ProcessTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether who only assessed a case may also approve it is policy: version 2026.1 says no; a lenient one says yes below its amount. */
@ApplicationTest
@ProcessTest
class FourEyesPathsTest {

    private static final String SMALL = "1500000";
    private static final String LARGE = "2500000";

    @Autowired
    private Bank bank;
    @Autowired
    private PublishingDesk publishing;
    @Autowired
    private PolicyBook book;

    @Test
    void theStrictVersionRefusesWhoAssessedTheCase() {
        String officer = analystAndManager();
        ApplicationCase credit = assessedBy(officer, SMALL);

        assertThat(approval(credit).madeBy()).contains(new PersonId(officer));
        assertThat(codesOf(() -> approve(officer, credit))).containsExactly("OWN_CASE");
    }

    @Test
    void theLenientVersionPermitsItBelowItsAmountAndRefusesItAbove() throws IOException {
        LocalDate lenientFrom = bank.clock.today().plusDays(1);
        publish("2026.81", lenientFrom, lenient());
        // The day after, the strict rules are back for every other test.
        publish("2026.82", lenientFrom.plusDays(1), PolicyFile.of("approval-rules", "2026.2"));
        bank.engineClock.moveOn(Duration.ofDays(1));
        assertThat(book.inForce("approval-rules", bank.clock.today()).version()).isEqualTo("2026.81");
        String officer = analystAndManager();

        ApplicationCase small = assessedBy(officer, SMALL);
        assertThat(approval(small).course().rules().fourEyes()).isEqualTo(CaseRules.FourEyes.VALIDATOR_MAY_APPROVE);
        assertThat(approval(small).madeBy()).doesNotContain(new PersonId(officer)).isNotEmpty();
        approve(officer, small);
        assertThat(approval(small).decisions()).singleElement().matches(decision -> decision.officer().value().equals(officer));
        assertThat(bank.audit.of(approval(small).id().value())).extracting("act").contains("APPROVAL_APPROVE");

        ApplicationCase large = assessedBy(officer, LARGE);
        assertThat(approval(large).course().rules().fourEyes()).isEqualTo(CaseRules.FourEyes.STRICT);
        assertThat(codesOf(() -> approve(officer, large))).containsExactly("OWN_CASE");
        assertThat(approval(small).madeBy()).as("who applied is no mere assessor").contains(new PersonId(small.applicant()));
    }

    /** Cases below two million may be approved by who assessed them. */
    private static String lenient() throws IOException {
        String strict = PolicyFile.of("approval-rules", "2026.2");
        int start = strict.indexOf("<rule id=\"approval_usual\">");
        int end = strict.indexOf("</rule>", start) + "</rule>".length();
        String usual = strict.substring(start, end);
        assertThat(usual).contains("&lt; 100000000").contains("STRICT");
        String below = usual.replace("approval_usual", "approval_small").replace("&lt; 100000000", "&lt; 2000000").replace("STRICT", "VALIDATOR_MAY_APPROVE");
        String above = usual.replace("&lt; 100000000", "[2000000..100000000)");
        return strict.replace(usual, below + above);
    }

    private void publish(String version, LocalDate from, String file) {
        String tagged = file.replace("versionTag=\"2026.1\"", "versionTag=\"" + version + "\"");
        publishing.publish(new PublishPolicy("approval-rules", version, from, tagged.getBytes(StandardCharsets.UTF_8), "测试", "PD-FOUR-" + version,
                "PR-NONE", new PersonId("policy")), new PersonId("director")).orElseThrow();
    }

    private String analystAndManager() {
        return bank.login("分析师兼经理", Role.ANALYST, Role.CREDIT_MANAGER);
    }

    private ApplicationCase assessedBy(String officer, String yuan) {
        ApplicationCase credit = bank.anApplication().asking(yuan).withDocuments();
        credit.complete("analyst", "user_enter-data", Map.of());
        return credit.complete(officer, "user_assess-qualification", Forms.qualification("QUALIFIED", "ADEQUATE"));
    }

    private static void approve(String officer, ApplicationCase credit) {
        credit.complete(officer, "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, credit.proposal().sha256()));
    }

    private ApprovalCaseView approval(ApplicationCase credit) {
        var rounds = bank.approvals.history("credit-application", credit.number());
        return rounds.get(rounds.size() - 1);
    }
}
