package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.integration.ProposalChanges;
import io.shouxin.integration.ProposalChanges.Change;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantSuggestions;
import io.shouxin.origination.SuggestedCovenants;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The analyst amends the covenants suggested; the approver decides on what offer, agreement and tests will hold. */
@ApplicationTest
@ProcessTest
class CovenantAmendmentPathsTest {

    @Autowired private Bank bank;
    @Autowired private CovenantSuggestions suggestions;
    @Autowired private CovenantBook book;
    @Autowired private ProposalChanges changes;

    @Test
    void whatTheAnalystAmendedIsApprovedOfferedContractedAndTested() {
        ApplicationCase file = atAssessment("500000");
        assertThat(suggestions.of(file.id()).orElseThrow().choices()).filteredOn(SuggestedCovenants.Choice::suggested).extracting(choice -> choice.covenant().code())
                .contains("QUARTERLY_STATEMENTS", "DEBT_RATIO", "NO_NEW_GUARANTEES");
        assess(file, List.of(asked("DEBT_RATIO", "CHANGE", "target", "0.8", "graceDays", 20), asked("NO_NEW_GUARANTEES", "DROP"), asked("CURRENT_RATIO", "ADD", "frequency", "MONTHLY")));

        assertThat(file.proposal().covenants()).extracting(Covenant::code).containsExactly("QUARTERLY_STATEMENTS", "DEBT_RATIO", "CURRENT_RATIO");
        assertThat(file.proposal().covenants().get(1)).satisfies(changed -> {
            assertThat(changed.target()).isEqualByComparingTo("0.8");
            assertThat(changed.graceDays()).isEqualTo(20);
        });
        assertThat(file.proposal().amendments()).extracting(amended -> amended.asked().code()).containsExactly("DEBT_RATIO", "NO_NEW_GUARANTEES", "CURRENT_RATIO");
        assertThat(file.proposal().policyVersions()).containsEntry("covenant-amendment", "2026.1");
        assertThat(file.proposal().obstacles()).as("half a million would go straight through").contains("COVENANTS_EASED");
        assertThat(file.isAt("user_decide-as-credit-manager")).isTrue();
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("COVENANT_AMENDED")).hasSize(3);

        file.active();
        assertThat(file.agreement().sheet().tested()).isEqualTo(file.proposal().covenants());
        assertThat(book.tests(file.id())).extracting(test -> test.terms().code()).containsExactlyInAnyOrder("QUARTERLY_STATEMENTS", "DEBT_RATIO", "CURRENT_RATIO");
    }

    @Test
    void withoutAmendmentsTheProposalIsWhatItAlwaysWas() {
        ApplicationCase file = atAssessment("4000000");
        assess(file, List.of());
        assertThat(file.proposal().amendments()).isEmpty();
        assertThat(bank.underwriting.frozenText(file.proposal().proposalId()).orElseThrow()).doesNotContain("amendments", "covenant-amendment");
    }

    @Test
    void whatPolicyDoesNotAllowIsRefusedBesideItsFieldAndKeepsNothing() {
        ApplicationCase file = atAssessment("4000000");
        assertThat(codesOf(() -> assess(file, List.of(asked("DEBT_RATIO", "CHANGE", "target", "0.99"), asked("QUARTERLY_STATEMENTS", "DROP"), asked("QUARTERLY_STATEMENTS", "DROP"),
                asked("INSURED_ASSET", "ADD"), asked("NO_SUCH", "DROP"), Forms.with(asked("CURRENT_RATIO", "ADD"), "reason", "短"))))).containsExactly(
                "COVENANT_BEYOND_POLICY at covenants[0].target", "COVENANT_NOT_AMENDABLE at covenants[1]", "COVENANT_AMENDED_TWICE at covenants[2]",
                "COVENANT_NOT_AMENDABLE at covenants[3]", "COVENANT_NOT_SUGGESTED at covenants[4]", "TEXT_TOO_SHORT at covenants[5].reason");
        assertThat(file.isAt("user_assess-qualification")).isTrue();
        assertThat(suggestions.of(file.id()).orElseThrow().amendments()).isEmpty();
    }

    @Test
    void whatIsAmendedAfterAReturnVoidsTheDecisionAndIsShownAsADifference() {
        ApplicationCase file = atAssessment("4000000");
        assess(file, List.of());
        String before = file.proposal().sha256();
        file.decidedBy("manager", Verdict.RETURN);
        file.complete("analyst", "user_enter-data", Map.of());
        assess(file, List.of(asked("DEBT_RATIO", "CHANGE", "target", "0.6")));

        assertThat(file.proposal().sha256()).isNotEqualTo(before);
        assertThat(file.proposal().obstacles()).as("harder than suggested").doesNotContain("COVENANTS_EASED");
        assertThat(suggestions.of(file.id()).orElseThrow().amendments()).singleElement().satisfies(kept -> assertThat(kept.code()).isEqualTo("DEBT_RATIO"));
        assertThat(codesOf(() -> file.complete("manager", "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, before)))).containsExactly("PROPOSAL_CHANGED");
        ProposalChanges.SinceSeen since = bank.hands.as("manager", () -> changes.since(file.approvals().get(file.approvals().size() - 1).id(), Locale.CHINESE));
        assertThat(since.changes()).filteredOn(change -> change.what().startsWith("资产负债率")).extracting(Change::what).containsExactlyInAnyOrder("资产负债率", "资产负债率（分析师调整）");
        assertThat(since.changes()).anySatisfy(change -> assertThat(change.after()).contains("60.00%"));
    }

    private ApplicationCase atAssessment(String amount) {
        return bank.anApplication().asking(amount).withDocuments().complete("analyst", "user_enter-data", Map.of());
    }

    private static void assess(ApplicationCase file, List<Map<String, Object>> covenants) {
        file.complete("analyst", "user_assess-qualification", Forms.with(Forms.qualification("QUALIFIED", "STRONG"), "covenants", covenants));
    }

    private static Map<String, Object> asked(String code, String act, Object... more) {
        Map<String, Object> form = new HashMap<>(Map.of("code", code, "act", act, "reason", "与客户经营情况相符"));
        return Forms.with(form, more);
    }
}
