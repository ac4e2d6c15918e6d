package io.shouxin.customer.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.GroupProposal;
import io.shouxin.customer.relation.Network;
import io.shouxin.customer.relation.Told;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PartyId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers are C1 to C9, groups G1 and G2; other letters are parties outside the register. */
class DetectionTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        // controlled and controlling
        "C1>C2 60|''|NEW_GROUP C1+C2", "C1>C2 50|''|''", "C1>C2 60, C2>C3 60|''|NEW_GROUP C1+C2+C3",
        // under one controller outside the register, through firms outside the register
        "P>C1 60, P>C2 60|''|NEW_GROUP C1+C2", "P>X 60, X>C1 60, P>C2 60|''|NEW_GROUP C1+C2", "P>C1 60, Q>C2 60|''|''",
        // relatives together, or each behind a firm of his own
        "P>C1 60, Q>C2 60, P~Q 2|''|NEW_GROUP C1+C2", "P>C1 60, Q>C2 60, P~Q 3|''|''", "P>C1 30, Q>C1 30, P>C2 60, P~Q 1|''|NEW_GROUP C1+C2",
        "P>C1 60, R>C2 60, P~Q 1, Q~R 1|''|''", "P>C1 60, R>C2 60, Q>X 60, P~Q 1, Q~R 1|''|NEW_GROUP C1+C2",
        // key persons
        "P*C1, P*C2|''|NEW_GROUP C1+C2", "P*C1, Q*C2|''|''", "P*C1, Q>C2 60, P~Q 1|''|NEW_GROUP C1+C2", "C9*C1|''|NEW_GROUP C1+C9",
        // economic dependence from the threshold on
        "C1$C2 50|''|NEW_GROUP C1+C2", "C1$C2 49.99|''|''", "X$C1 80, X$C2 80|''|NEW_GROUP C1+C2",
        // guarantees alone make no group
        "C1!C2, C2!C1|''|''",
        // beside what is registered
        "C1>C2 60|C1:G1 C2:G1|''", "C1>C2 60|C1:G1|MEMBER_TO_JOIN C2>G1", "C1>C2 60, C1>C3 60|C1:G1|MEMBER_TO_JOIN C2>G1 MEMBER_TO_JOIN C3>G1",
        "C1>C2 60|C1:G1 C2:G2|GROUPS_TO_MERGE C2>G1", "C1>C2 60, C1>C3 60|C1:G1 C2:G2 C3:G2|GROUPS_TO_MERGE C1>G2",
        "C1>C2 60|C1:G1 C2:G2 G1<G2|''", "C1>C2 60, C1>C3 60|C1:G1 C2:G2 G1<G2|MEMBER_TO_JOIN C3>G1",
        // who is no longer connected; nothing on file proves nothing
        "C1>C2 30|C1:G1 C2:G1|MEMBER_TO_LEAVE C1>G1 MEMBER_TO_LEAVE C2>G1", "C1>C2 60, C3>X 60|C1:G1 C2:G1 C3:G1|MEMBER_TO_LEAVE C3>G1",
        "C1>C2 60|C1:G1 C2:G1 C3:G1|''", "C1>X 60|C1:G1 C2:G1|''"})
    void proposesWhatTheRelationsSayAndTheRegisterDoesNot(String told, String registered, String expected) {
        Set<String> found = proposals(told, registered).stream().map(DetectionTest::shortly).collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = new TreeSet<>();
        String[] words = expected.isEmpty() ? new String[0] : expected.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            wanted.add(words[i] + " " + words[i + 1]);
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void aProposalIsTheSameUntilWhatItRestsOnChanges() {
        String before = proposals("C1>C2 60", "").get(0).id();
        assertThat(proposals("C1>C2 60", "").get(0).id()).isEqualTo(before);
        assertThat(proposals("C1>C2 60, C7>C8 60", "").get(0).id()).as("others change").isEqualTo(before);
        assertThat(proposals("Y>Z 1, C1>C2 60", "").get(0).id()).as("another relation").isNotEqualTo(before);
        assertThat(proposals("C1>C2 60, C2>C3 60", "").get(0).id()).isNotEqualTo(before);
    }

    @Test
    void eachLinkNamesItsReasonAndRelations() {
        GroupProposal proposal = proposals("P>C1 60, Q*C2, P~Q 2", "").get(0);
        assertThat(proposal.links().stream().map(link -> link.one() + " " + link.reason() + " " + link.other() + " " + link.relations()))
                .containsExactly("P CONTROL C1 [PR-0]", "Q KEY_PERSON C2 [PR-1]", "P RELATIVE Q [PR-2]");
    }

    private static List<GroupProposal> proposals(String told, String registered) {
        Network network = Told.network(told);
        List<Detection.Cluster> clusters = Detection.in(network, Told.RULES, party -> party.value().matches("C\\d"));
        Map<PartyId, GroupId> groups = new HashMap<>();
        Map<GroupId, GroupId> roots = new HashMap<>();
        Arrays.stream(registered.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> {
            if (word.contains(":")) {
                groups.put(new PartyId(word.split(":")[0]), new GroupId(word.split(":")[1]));
            } else {
                roots.put(new GroupId(word.split("<")[0]), new GroupId(word.split("<")[1]));
            }
        });
        Set<PartyId> related = new TreeSet<>();
        Told.relations(told).forEach(relation -> related.addAll(List.of(relation.from(), relation.to())));
        Set<PartyId> customers = related.stream().filter(party -> party.value().matches("C\\d")).collect(Collectors.toCollection(TreeSet::new));
        return Comparison.of(clusters, new Comparison.Register(customers, groups, roots, Map.of(new GroupId("G1"), "甲集团", new GroupId("G2"), "乙集团"), related),
                "test", PartyId::value);
    }

    private static String shortly(GroupProposal proposal) {
        String customers = proposal.customers().stream().map(CustomerId::value).collect(Collectors.joining("+"));
        return proposal.kind() + " " + customers + (proposal.groups().isEmpty() ? "" : ">" + proposal.groups().get(0));
    }
}
