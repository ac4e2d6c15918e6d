package io.shouxin.customer;

import io.shouxin.customer.group.Detection;
import io.shouxin.customer.relation.Circles;
import io.shouxin.customer.relation.Network;
import io.shouxin.customer.relation.VotingControl;
import io.shouxin.kernel.PartyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from the relations of one day; worked out once for each state of the graph.
 *
 * @param customers parties who are customers
 * @param names     of all parties
 */
record ConnectionAnalysis(LocalDate day, ConnectionRules rules, Network network, Set<PartyId> customers, Map<PartyId, String> names,
                          List<Detection.Cluster> clusters, CircleReport circles, VotingControl control) {

    private static final int MOST_CIRCLES = 500;
    private static final long MOST_STEPS = 2_000_000;

    static ConnectionAnalysis of(LocalDate day, List<PartyRelation> relations, ConnectionRules rules, Set<PartyId> customers,
                                 Map<PartyId, String> names) {
        Network network = Network.of(relations);
        return new ConnectionAnalysis(day, rules, network, customers, names, Detection.in(network, rules, customers::contains),
                circles(day, network, rules.circleLength()), new VotingControl(network, rules));
    }

    Optional<Detection.Cluster> clusterOf(PartyId party) {
        return clusters.stream().filter(cluster -> cluster.parties().contains(party)).findFirst();
    }

    private static CircleReport circles(LocalDate day, Network network, int longest) {
        Circles.Found guarantees = Circles.in(network.successors(RelationKind.GUARANTEE), longest, MOST_CIRCLES, MOST_STEPS);
        Circles.Found holdings = Circles.in(network.successors(RelationKind.SHAREHOLDING), longest, MOST_CIRCLES, MOST_STEPS);
        List<Circle> circles = new ArrayList<>();
        guarantees.listed().forEach(round -> circles.add(new Circle(round.length == 2 ? Circle.Kind.MUTUAL_GUARANTEE : Circle.Kind.GUARANTEE_CIRCLE,
                parties(network, round))));
        holdings.listed().forEach(round -> circles.add(new Circle(round.length == 2 ? Circle.Kind.CROSS_HOLDING : Circle.Kind.OWNERSHIP_CIRCLE,
                parties(network, round))));
        return new CircleReport(day, circles, clusters(network, guarantees), clusters(network, holdings), longest,
                guarantees.complete() && holdings.complete(), guarantees.longer() || holdings.longer());
    }

    private static List<List<PartyId>> clusters(Network network, Circles.Found found) {
        return found.clusters().stream().map(cluster -> parties(network, cluster)).toList();
    }

    private static List<PartyId> parties(Network network, int[] places) {
        return Arrays.stream(places).mapToObj(network::party).toList();
    }
}
