package io.shouxin.customer.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.GuarantorStep;
import io.shouxin.customer.RelationKind;
import io.shouxin.kernel.PartyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CirclesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "A!B, B!C|''", "A!B, B!A|AB", "B!A, A!B|AB", "A!B, B!C, C!A|ABC", "C!A, B!C, A!B|ABC", "A!C, C!B, B!A|ACB",
        "A!B, B!A, B!C, C!B|AB BC", "A!B, B!C, C!A, A!C|AC ABC", "A!B, B!A, C!D, D!E, E!C, X!A|AB CDE", "A!B, A!B, B!A|AB"})
    void listsEachCircleOnceFromItsLowestMember(String told, String circles) {
        Network network = Told.network(told);
        Circles.Found found = Circles.in(network.successors(RelationKind.GUARANTEE), 8, 100, 10_000);
        assertThat(named(network, found)).isEqualTo(words(circles));
        assertThat(found.listed()).hasSize(words(circles).size());
        assertThat(found.complete()).isTrue();
    }

    @Test
    void tellsTheClusterOfACircleThatIsTooLongToBeListed() {
        Network network = Told.network("A!B, B!C, C!D, D!A");
        Circles.Found found = Circles.in(network.successors(RelationKind.GUARANTEE), 3, 100, 10_000);
        assertThat(found.listed()).isEmpty();
        assertThat(found.longer()).isTrue();
        assertThat(found.clusters()).hasSize(1);
    }

    @Test
    void stopsAndSaysSoWhereEverybodyGuaranteesForEverybody() {
        int[][] out = new int[40][];
        for (int i = 0; i < 40; i++) {
            int self = i;
            out[i] = java.util.stream.IntStream.range(0, 40).filter(other -> other != self).toArray();
        }
        Circles.Found found = Circles.in(out, 8, 500, 2_000_000);
        assertThat(found.complete()).isFalse();
        assertThat(found.listed()).hasSize(500);
        assertThat(found.clusters()).hasSize(1);
    }

    @Test
    void agreesWithTryingEveryPath() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            int size = 2 + random.nextInt(6);
            int[][] out = new int[size][];
            for (int from = 0; from < size; from++) {
                int self = from;
                out[from] = java.util.stream.IntStream.range(0, size).filter(to -> to != self && random.nextInt(3) == 0).toArray();
            }
            int longest = 2 + random.nextInt(5);
            Set<String> expected = new TreeSet<>();
            for (int start = 0; start < size; start++) {
                tryAll(out, List.of(start), longest, expected);
            }
            Circles.Found found = Circles.in(out, longest, 10_000, 1_000_000);
            Set<String> listed = new TreeSet<>();
            found.listed().forEach(circle -> listed.add(Arrays.toString(circle)));
            assertThat(listed).isEqualTo(expected);
            assertThat(found.listed()).as("each once").hasSize(expected.size());
        }
    }

    private static void tryAll(int[][] out, List<Integer> path, int longest, Set<String> found) {
        for (int next : out[path.get(path.size() - 1)]) {
            if (next == path.get(0) && path.size() > 1) {
                found.add(path.toString());
            } else if (next > path.get(0) && !path.contains(next) && path.size() < longest) {
                List<Integer> longer = new ArrayList<>(path);
                longer.add(next);
                tryAll(out, longer, longest, found);
            }
        }
    }

    @Test
    void followsGuarantorsLevelByLevelAndEachOnce() {
        Network network = Told.network("B!A, C!B, D!B, C!A, E!C, A!E, F!E");
        List<GuarantorStep> steps = GuarantorChains.of(network, network.place(new PartyId("A")), 3);
        assertThat(steps.stream().map(step -> step.level() + " " + step.guarantee().from())).containsExactly("1 B", "1 C", "2 C", "2 D", "2 E", "3 A", "3 F");
        assertThat(GuarantorChains.of(network, 0, 1)).hasSize(2);
    }

    private static Set<String> named(Network network, Circles.Found found) {
        return found.listed().stream().map(circle -> Arrays.stream(circle).mapToObj(place -> network.party(place).value()).collect(Collectors.joining()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }
}
