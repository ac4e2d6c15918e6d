package io.shouxin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.kernel.StandingWording;
import io.shouxin.approval.Tier;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.workflow.decision.StandingTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a draft is found when it is uploaded, not when it decides. */
class DraftCheckTest {

    private static final DraftCheck CHECK = new DraftCheck(StandingTables.compiled(), StandingPolicies.unlogged(), StandingWording.words());

    @ParameterizedTest
    @ValueSource(strings = {"knock-out", "scorecard-statements", "scorecard-invoices", "scorecard-individual", "grade-scale", "grade-terms",
        "approval-authority", "loss-given-default", "scorecard-property", "scorecard-trade"})
    void thePublishedTablesWouldPassAsDrafts(String policy) throws IOException {
        assertThat(CHECK.of(policy, PolicyFile.newest(policy).getBytes(StandardCharsets.UTF_8)).refusals()).isEmpty();
    }

    @Test
    void whoPublishesIsSaidForEveryPolicyThatCanBeDrafted() {
        PolicyBook book = StandingPolicies.unlogged();

        assertThat(DraftCheck.POLICIES).allSatisfy(policy -> {
            var said = book.evaluate(DraftApproval.POLICY, LocalDate.of(2026, 11, 28), Map.of("policy", policy)).only();
            assertThat(Tier.valueOf(said.text("firstTier"))).isLessThanOrEqualTo(Tier.valueOf(said.text("tier")));
        });
        assertThat(book.evaluate(DraftApproval.POLICY, LocalDate.of(2026, 11, 28), Map.of("policy", "unheard-of")).rows()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "grade-scale          | [70..85)                        | [71..85)                     | DRAFT_GAP",
        "grade-scale          | [70..85)                        | [69..85)                     | DRAFT_OVERLAP",
        "grade-scale          | [85..100]                       | [85..100)                    | DRAFT_GAP",
        "grade-scale          | <text>0.3</text>                | <text>1.3</text>             | DRAFT_VALUE_IMPLAUSIBLE",
        "grade-scale          | \"POOR\"                        | \"AWFUL\"                    | DRAFT_CODE_WITHOUT_WORDS",
        "grade-scale          | \"POOR\"                        | \"WATCH\"                    | DRAFT_LEAVES_GRADES_OUT",
        "grade-scale          | <text>score</text>              | <text>points</text>          | DRAFT_LEAVES_INPUTS_OUT",
        "grade-terms          | <text>90</text>                 | <text>45.5</text>            | DRAFT_VALUE_IMPLAUSIBLE",
        "grade-scale          | \"POOR\"                        | 5                            | DRAFT_UNREADABLE",
        "grade-scale          | [70..85)                        | sqrt(score) > 8              | DRAFT_UNREADABLE",
        "grade-scale          | [70..85)                        | \"A\"                        | DRAFT_UNREADABLE",
        "grade-scale          | hitPolicy=\"UNIQUE\"            | hitPolicy=\"FIRST\"          | DRAFT_UNREADABLE",
        "grade-scale          | hitPolicy=\"UNIQUE\"            | hitPolicy=\"COLLECT\"        | DRAFT_SAYS_OTHERWISE",
        "grade-scale          | decision id=\"grade-scale\"     | decision id=\"grade-scales\" | DRAFT_UNREADABLE",
        "grade-scale          | <text>score</text>              | <text>zodiac</text>          | DRAFT_ASKS_FOR_THE_UNKNOWN",
        "grade-scale          | name=\"pd\"                     | name=\"probability\"         | DRAFT_SAYS_OTHERWISE",
        "grade-scale          | </definitions>                  | ''                           | DRAFT_UNREADABLE",
        "grade-terms          | <text>\"WATCH\"</text>          | <text>\"FAIR\"</text>        | DRAFT_OVERLAP",
        "loss-given-default   | [0.5..1)                        | [0.5..0.9)                   | DRAFT_GAP",
        "scorecard-statements | [0.4..0.5)                      | [0.4..0.45)                  | DRAFT_GAP",
        "scorecard-statements | [0.4..0.5)                      | [0.4..0.55)                  | DRAFT_OVERLAP",
        "scorecard-statements | \"leverageChange\"              | \"base\"                     | DRAFT_CHARACTERISTICS",
        "scorecard-statements | <text>5</text></outputEntry><outputEntry id=\"base_o3\"> | <text>6</text></outputEntry><outputEntry id=\"base_o3\"> | DRAFT_SCORE_OUT_OF_RANGE",
        "scorecard-statements | \"ASSET_LIABILITY_RATIO_STRONG\"| \"WE_LIKE_IT\"               | DRAFT_CODE_WITHOUT_WORDS",
        "scorecard-statements | \"AUDITED\",\"SELF_REPORTED\"   | \"AUDITED\"                  | DRAFT_SHUTS_CODES_OUT"})
    void findsWhatIsWrong(String policy, String given, String changed, String code) throws IOException {
        String given1 = escaped(given);
        String text = text(policy);
        assertThat(text).as("the table has %s", given1).contains(given1);

        List<Refusal> refusals = CHECK.of(policy, text.replace(given1, escaped(changed)).getBytes(StandardCharsets.UTF_8)).refusals();

        assertThat(refusals).extracting(Refusal::code).contains(code);
        assertThat(refusals).allSatisfy(refusal -> assertThat(StandingWording.words().knows("refusal." + refusal.code())).isTrue());
    }

    @Test
    void aColumnThatMayBeUnknownMustTakeTheUnknown() throws IOException {
        String text = text("scorecard-statements").replace("<text>null</text>", "<text>&lt; -999999999</text>");

        assertThat(CHECK.of("scorecard-statements", text.getBytes(StandardCharsets.UTF_8)).refusals()).extracting(Refusal::code)
                .contains("DRAFT_CANNOT_TAKE_UNKNOWN");
    }

    @Test
    void takesNoOtherPolicyAndNoHugeFile() {
        assertThat(CHECK.of("lending-rate", new byte[] {1}).refusals()).extracting(Refusal::code).containsExactly("DRAFT_POLICY_UNKNOWN");
        assertThat(CHECK.of(null, new byte[] {1}).refusals()).extracting(Refusal::code).containsExactly("DRAFT_POLICY_UNKNOWN");
        assertThat(CHECK.of("grade-scale", new byte[0]).refusals()).extracting(Refusal::code).containsExactly("DRAFT_TOO_LARGE");
        assertThat(CHECK.of("grade-scale", new byte[4_000_001]).refusals()).extracting(Refusal::code).containsExactly("DRAFT_TOO_LARGE");
    }

    @Test
    void readsNoFileOfTheMachineThroughATable() throws IOException {
        String text = text("grade-scale").replace("<definitions ", "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<definitions ")
                .replace("信用等级标尺\" camunda", "&secret;\" camunda");

        assertThat(CHECK.of("grade-scale", text.getBytes(StandardCharsets.UTF_8)).refusals()).extracting(Refusal::code).containsExactly("DRAFT_UNREADABLE");
    }

    /** As it stands in the file: only what is compared is written as an entity. */
    private static String escaped(String cell) {
        return cell.startsWith("<") || cell.contains("=\"") || cell.startsWith("</") ? cell : cell.replace(">", "&gt;");
    }

    private static String text(String policy) throws IOException {
        return PolicyFile.of(policy, "2026.1");
    }
}
