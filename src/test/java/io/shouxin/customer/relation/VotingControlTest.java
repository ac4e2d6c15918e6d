package io.shouxin.customer.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import io.shouxin.kernel.PartyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotingControlTest {

    @ParameterizedTest(name = "{0}: {1} controls {2}")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // more than half, not half
        "A>B 50.000001|A|B", "A>B 50|A|''", "A>B 100|A|B", "A>B 49.999999|A|''",
        // through a chain the whole votes count, not the product
        "A>B 51, B>C 51|A|B C", "A>B 51, B>C 51|B|C", "A>B 51, B>C 50|A|B",
        // itself and through what it controls
        "A>B 60, A>C 30, B>C 30|A|B C", "A>B 60, A>C 30, B>C 20|A|B", "A>B 40, A>C 30, B>C 30|A|''",
        "A>B 60, A>C 60, B>D 26, C>D 25|A|B C D", "A>B 60, A>C 50, B>D 26, C>D 25|A|B",
        // votes differ from shares
        "A>B 70, A=B 30|A|''", "A>B 10, A=B 67|A|B", "A>B 10, A=B 67, B>C 51|A|B C",
        // a pyramid
        "A>B 51, B>C 51, C>D 51, D>E 51|A|B C D E",
        // holdings in a circle hold nobody up by themselves
        "B>C 60, C>B 60|A|''", "B>C 60, C>B 60|B|C", "A>B 20, B>C 60, C>B 40|A|''", "A>B 51, B>C 60, C>B 40|A|B C",
        "A>B 30, A>C 40, B>C 20, C>B 30|A|''", "A>B 30, A>C 51, C>B 30|A|B C"})
    void followsVotesThroughChains(String told, String party, String controlled) {
        Network network = Told.network(told + ", X>A 1");
        assertThat(names(network, new VotingControl(network, Told.RULES).by(network.place(new PartyId(party))))).isEqualTo(words(controlled));
    }

    @Test
    void tellsHowManyVotesAndOnWhichRelationsTheyStand() {
        Network network = Told.network("A>B 60, A>C 30, B>C 25.5");
        VotingControl.Controlled c = new VotingControl(network, Told.RULES).by(0).firms().get(1);
        assertThat(c.percent()).isEqualByComparingTo("55.5");
        assertThat(c.relations()).containsExactly("PR-1", "PR-2");
        assertThat(c.through()).containsExactly(0, 1);
    }

    @Test
    void anActualControllerControlsWithoutVotes() {
        PartyRelation actual = Told.of(7, RelationKind.KEY_PERSON, "P", "F", null, "ACTUAL_CONTROLLER", null);
        Network network = Network.of(Stream.concat(Stream.of(actual), Told.relations("F>G 60").stream()).toList());
        assertThat(names(network, new VotingControl(network, Told.RULES).by(network.place(new PartyId("P"))))).isEqualTo(Set.of("F", "G"));
    }

    @ParameterizedTest(name = "{0}: together {1}")
    @CsvSource(delimiter = '|', value = {
        "P>F 30, Q>F 30, P~Q 2|F", "P>F 30, Q>F 30, P~Q 3|''", "P>F 30, Q>F 20, P~Q 1|''", "P>F 60, Q>F 30, P~Q 1|''",
        "P>F 20, Q>F 20, R>F 20, P~Q 2, P~R 2|F", "P>F 30, Q>G 60, G>F 25, P~Q 1|F", "P>F 30, Q>F 30|''"})
    void relativesControlTogetherWhatNoneOfThemControlsAlone(String told, String controlled) {
        Network network = Told.network(told);
        Set<String> together = new VotingControl(network, Told.RULES).all().stream().filter(control -> control.controllers().size() > 1)
                .flatMap(control -> names(network, control).stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(together).isEqualTo(words(controlled));
    }

    /** The smallest set by another way: growing from nothing over all firms again and again, against random graphs of up to nine firms. */
    @Test
    void agreesWithTryingAgainAndAgain() {
        Random random = new Random(20261127);
        for (int round = 0; round < 3_000; round++) {
            int firms = 2 + random.nextInt(8);
            int[][] votes = new int[firms][firms];
            List<PartyRelation> relations = new ArrayList<>();
            for (int firm = 0; firm < firms; firm++) {
                int left = 100;
                for (int holder = 0; holder < firms; holder++) {
                    int share = holder == firm || random.nextInt(3) > 0 ? 0 : Math.min(left, 1 + random.nextInt(70));
                    if (share > 0) {
                        left -= share;
                        votes[holder][firm] = share;
                        relations.add(Told.of(relations.size(), RelationKind.SHAREHOLDING, "F" + holder, "F" + firm, BigDecimal.valueOf(share), null, null));
                    }
                }
            }
            Network network = Network.of(relations);
            VotingControl control = new VotingControl(network, Told.RULES);
            for (int place = 0; place < network.size(); place++) {
                int holder = Integer.parseInt(network.party(place).value().substring(1));
                assertThat(names(network, control.by(place))).as("round %d, %s in %s", round, network.party(place), relations).isEqualTo(oracle(votes, holder));
            }
            Set<String> reached = new TreeSet<>();
            control.all().forEach(one -> reached.addAll(names(network, one)));
            Set<String> all = new TreeSet<>();
            for (int holder = 0; holder < firms; holder++) {
                all.addAll(oracle(votes, holder));
            }
            assertThat(reached).as("nobody's control is lost by leaving out who is below another, in %s", relations).isSubsetOf(all);
            for (int holder = 0; holder < firms; holder++) {
                int one = holder;
                oracle(votes, holder).forEach(firm -> assertThat(control.all().stream().anyMatch(found -> inOne(network, found, "F" + one, firm)))
                        .as("F%d and %s in %s", one, firm, relations).isTrue());
            }
        }
    }

    private static boolean inOne(Network network, VotingControl.Control control, String holder, String firm) {
        Set<String> whole = names(network, control);
        control.controllers().forEach(place -> whole.add(network.party(place).value()));
        return whole.contains(holder) && whole.contains(firm);
    }

    private static Set<String> oracle(int[][] votes, int holder) {
        Set<Integer> inside = new TreeSet<>(Set.of(holder));
        for (boolean grown = true; grown;) {
            grown = false;
            for (int firm = 0; firm < votes.length; firm++) {
                int sum = 0;
                for (int member : inside) {
                    sum += votes[member][firm];
                }
                grown |= sum > 50 && inside.add(firm);
            }
        }
        inside.remove(holder);
        return inside.stream().map(firm -> "F" + firm).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Network network, VotingControl.Control control) {
        return control.firms().stream().map(firm -> network.party(firm.firm()).value()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }
}
