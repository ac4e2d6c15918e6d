package io.shouxin.customer.group;

import io.shouxin.customer.ConnectionReason;
import io.shouxin.customer.ConnectionRules;
import io.shouxin.customer.PartyLink;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import io.shouxin.customer.relation.Network;
import io.shouxin.customer.relation.VotingControl;
import io.shouxin.kernel.PartyId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds who is connected with whom: controlled and controlling parties, firms under one controller or under close relatives together,
 * firms with the same key person, and economic dependence. Each link names its rule and the relations it rests on; connected is who is
 * joined by links.
 */
public final class Detection {

    private final Network network;
    private final ConnectionRules rules;
    private final List<PartyLink> links = new ArrayList<>();
    private final Set<Integer> attached = new HashSet<>();

    private Detection(Network network, ConnectionRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /** Parties that are one risk. @param parties ascending. @param links why, in a fixed order */
    public record Cluster(List<PartyId> parties, List<PartyLink> links) {
    }

    /** @param customer whether a party is a customer: close relatives count when each stands behind a firm or is a customer himself */
    public static List<Cluster> in(Network network, ConnectionRules rules, Predicate<PartyId> customer) {
        Detection detection = new Detection(network, rules);
        detection.control();
        detection.keyPersons();
        detection.dependence();
        detection.relatives(customer);
        return detection.clusters();
    }

    private void control() {
        for (VotingControl.Control control : new VotingControl(network, rules).all()) {
            boolean together = control.controllers().size() > 1;
            for (VotingControl.Controlled firm : control.firms()) {
                if (together) {
                    firm.through().forEach(voter -> add(voter, firm.firm(), ConnectionReason.FAMILY_CONTROL, firm));
                } else {
                    add(control.controllers().get(0), firm.firm(), ConnectionReason.CONTROL, firm);
                }
            }
        }
    }

    private void add(int one, int other, ConnectionReason reason, VotingControl.Controlled firm) {
        link(one, other, new PartyLink(network.party(one), network.party(other), reason, firm.percent(), firm.relations()));
    }

    private void keyPersons() {
        for (PartyRelation key : network.of(RelationKind.KEY_PERSON)) {
            if (rules.keyPositions().contains(key.detail())) {
                add(key, ConnectionReason.KEY_PERSON);
            }
        }
    }

    private void dependence() {
        for (PartyRelation dependence : network.of(RelationKind.ECONOMIC_DEPENDENCE)) {
            if (dependence.percent().compareTo(rules.economicDependence()) >= 0) {
                add(dependence, ConnectionReason.ECONOMIC_DEPENDENCE);
            }
        }
    }

    /** Relatives of relatives are not relatives: who stands behind no firm passes no connection on. */
    private void relatives(Predicate<PartyId> customer) {
        Set<Integer> behind = Set.copyOf(attached);
        for (PartyRelation relative : network.of(RelationKind.RELATIVE)) {
            boolean both = List.of(relative.from(), relative.to()).stream()
                    .allMatch(person -> behind.contains(network.place(person)) || customer.test(person));
            if (both && rules.close(relative)) {
                add(relative, ConnectionReason.RELATIVE);
            }
        }
    }

    private void add(PartyRelation relation, ConnectionReason reason) {
        link(network.place(relation.from()), network.place(relation.to()),
                new PartyLink(relation.from(), relation.to(), reason, relation.percent(), List.of(relation.id())));
    }

    private void link(int one, int other, PartyLink link) {
        links.add(link);
        attached.add(one);
        attached.add(other);
    }

    private List<Cluster> clusters() {
        int[] root = new int[network.size()];
        for (int place = 0; place < root.length; place++) {
            root[place] = place;
        }
        links.forEach(link -> join(root, network.place(link.one()), network.place(link.other())));
        Map<Integer, List<PartyId>> members = new TreeMap<>();
        for (int place = 0; place < root.length; place++) {
            if (attached.contains(place)) {
                members.computeIfAbsent(find(root, place), first -> new ArrayList<>()).add(network.party(place));
            }
        }
        Map<Integer, List<PartyLink>> reasons = new LinkedHashMap<>();
        links.stream().distinct().forEach(link -> reasons.computeIfAbsent(find(root, network.place(link.one())), first -> new ArrayList<>()).add(link));
        return members.entrySet().stream().map(cluster -> new Cluster(cluster.getValue(), reasons.get(cluster.getKey()))).toList();
    }

    private static void join(int[] root, int one, int other) {
        int first = find(root, one);
        int second = find(root, other);
        root[Math.max(first, second)] = Math.min(first, second);
    }

    private static int find(int[] root, int place) {
        int top = place;
        while (root[top] != top) {
            root[top] = root[root[top]];
            top = root[top];
        }
        return top;
    }
}
