package io.shouxin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.PersonId;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.workflow.decision.StandingTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Approvers see what a draft says otherwise than the version in force, and nothing else. */
class DraftDifferenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void aDraftThatSaysTheSameHasNoLines() throws IOException {
        DraftDifference difference = difference(PolicyFile.newest("grade-scale"));

        assertThat(difference.against()).isEqualTo(PolicyFile.newestVersion("grade-scale"));
        assertThat(difference.lines()).isEmpty();
        assertThat(difference.columns()).isEmpty();
    }

    @Test
    void aChangedBoundaryAndWhatItSaysAreShownCellByCell() throws IOException {
        String file = PolicyFile.newest("grade-scale");
        assertThat(file).contains("[95..100]").contains("<text>0.001</text>");

        DraftDifference difference = difference(file.replace("[95..100]", "[96..100]").replace("<text>0.001</text>", "<text>0.0015</text>"));

        assertThat(difference.lines()).extracting(DraftDifference.Line::kind).containsOnly(DraftDifference.Kind.CHANGED);
        assertThat(difference.lines()).flatExtracting(DraftDifference.Line::changes).extracting(DraftDifference.Change::before, DraftDifference.Change::after)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("[95..100]", "[96..100]"), org.assertj.core.groups.Tuple.tuple("0.001", "0.0015"));
    }

    /** Who approves reads 优秀 and 违约概率, not the names programs use. */
    @Test
    void rowsAndColumnsAreToldAsTheTableTellsThem() throws IOException {
        String file = PolicyFile.newest("grade-scale");
        DraftDifference difference = difference(file.replace("<text>0.001</text>", "<text>0.0015</text>"));

        assertThat(difference.lines()).singleElement().satisfies(line -> {
            assertThat(file).contains("<description>" + line.label() + "</description>");
            assertThat(line.changes()).singleElement().satisfies(change -> {
                assertThat(change.column()).isEqualTo("= pd");
                assertThat(file).contains("label=\"" + change.label().replace("→ ", "") + "\" name=\"pd\"");
            });
        });
    }

    @Test
    void aRowUnderANewIdIsANewRowAndTheOldOneIsLeftOut() throws IOException {
        String file = PolicyFile.newest("grade-scale");
        String row = file.replaceAll("(?s).*?<rule id=\"([^\"]+)\".*", "$1");

        DraftDifference difference = difference(file.replace("<rule id=\"" + row + "\"", "<rule id=\"" + row + "_new\""));

        assertThat(difference.lines()).extracting(DraftDifference.Line::row, DraftDifference.Line::kind).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(row + "_new", DraftDifference.Kind.ADDED),
                org.assertj.core.groups.Tuple.tuple(row, DraftDifference.Kind.REMOVED));
    }

    private static DraftDifference difference(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        PolicyDraft draft = new PolicyDraft("PD1", "grade-scale", "2027.9", "测试", "测试", "0", 1, DraftStatus.DRAFT, new PersonId("policy"), Instant.EPOCH,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());
        return DraftDifference.of(draft, StandingTables.compiled().read("grade-scale", bytes), StandingPolicies.unlogged(), TODAY);
    }
}
