package io.shouxin.customer.relation;

import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import io.shouxin.kernel.PartyId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The relations of one day as a graph: parties are numbered in the order of their ids, so what is found is found in the same order. */
public final class Network {

    private final List<PartyId> parties;
    private final Map<PartyId, Integer> places;
    private final Map<RelationKind, List<PartyRelation>> relations = new EnumMap<>(RelationKind.class);
    private final Map<RelationKind, int[][]> out = new EnumMap<>(RelationKind.class);

    private Network(List<PartyId> parties, Map<PartyId, Integer> places) {
        this.parties = parties;
        this.places = places;
    }

    /** @param all relations that hold on the day */
    public static Network of(List<PartyRelation> all) {
        TreeSet<PartyId> ids = new TreeSet<>();
        all.forEach(relation -> {
            ids.add(relation.from());
            ids.add(relation.to());
        });
        List<PartyId> parties = List.copyOf(ids);
        Map<PartyId, Integer> places = new java.util.HashMap<>();
        for (int place = 0; place < parties.size(); place++) {
            places.put(parties.get(place), place);
        }
        Network network = new Network(parties, places);
        for (RelationKind kind : RelationKind.values()) {
            List<PartyRelation> ofKind = all.stream().filter(relation -> relation.kind() == kind && !relation.from().equals(relation.to())).toList();
            network.relations.put(kind, ofKind);
            network.out.put(kind, network.adjacency(ofKind));
        }
        return network;
    }

    public int size() {
        return parties.size();
    }

    public PartyId party(int place) {
        return parties.get(place);
    }

    /** @return -1 for a party without any relation */
    public int place(PartyId party) {
        return places.getOrDefault(party, -1);
    }

    public List<PartyRelation> of(RelationKind kind) {
        return relations.get(kind);
    }

    /** For each party those a relation of the kind leads to, ascending, each once. */
    public int[][] successors(RelationKind kind) {
        return out.get(kind);
    }

    private int[][] adjacency(List<PartyRelation> ofKind) {
        List<TreeSet<Integer>> next = new ArrayList<>();
        for (int place = 0; place < parties.size(); place++) {
            next.add(null);
        }
        for (PartyRelation relation : ofKind) {
            int from = places.get(relation.from());
            if (next.get(from) == null) {
                next.set(from, new TreeSet<>());
            }
            next.get(from).add(places.get(relation.to()));
        }
        return next.stream().map(to -> to == null ? new int[0] : to.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }
}
