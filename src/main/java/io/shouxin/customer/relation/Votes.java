package io.shouxin.customer.relation;

import io.shouxin.customer.ConnectionRules;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who votes in which firm. Votes are told for a holder and a firm, or else follow his shares; an actual controller counts as having
 * all of them. Kept in millionths of a percent, exact.
 */
final class Votes {

    static final int DECIMALS = 6;

    /** @param millionths of a percent. @param decisive an actual controller's */
    record Vote(int firm, long millionths, boolean decisive, List<String> relations) {
    }

    private final List<List<Vote>> byHolder = new ArrayList<>();

    Votes(Network network, ConnectionRules rules) {
        for (int place = 0; place < network.size(); place++) {
            byHolder.add(new ArrayList<>());
        }
        Map<Long, List<PartyRelation>> held = new HashMap<>();
        collect(network, RelationKind.VOTING_CONTROL, held);
        Map<Long, List<PartyRelation>> shares = new HashMap<>();
        collect(network, RelationKind.SHAREHOLDING, shares);
        shares.forEach(held::putIfAbsent);
        held.forEach((pair, relations) -> byHolder.get((int) (pair >> 32)).add(new Vote((int) (long) pair,
                relations.stream().mapToLong(relation -> millionths(relation.percent())).sum(), false,
                relations.stream().map(PartyRelation::id).sorted().toList())));
        for (PartyRelation relation : network.of(RelationKind.KEY_PERSON)) {
            if ("ACTUAL_CONTROLLER".equals(relation.detail()) && rules.keyPositions().contains("ACTUAL_CONTROLLER")) {
                byHolder.get(network.place(relation.from()))
                        .add(new Vote(network.place(relation.to()), 0, true, List.of(relation.id())));
            }
        }
        byHolder.forEach(votes -> votes.sort(java.util.Comparator.comparingInt(Vote::firm).thenComparing(Vote::decisive)));
    }

    List<Vote> of(int holder) {
        return byHolder.get(holder);
    }

    /** For each party the firms it votes in. */
    int[][] firms() {
        return byHolder.stream().map(votes -> votes.stream().mapToInt(Vote::firm).distinct().toArray()).toArray(int[][]::new);
    }

    static long millionths(BigDecimal percent) {
        return percent.movePointRight(DECIMALS).longValueExact();
    }

    static BigDecimal percent(long millionths) {
        BigDecimal plain = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void collect(Network network, RelationKind kind, Map<Long, List<PartyRelation>> into) {
        for (PartyRelation relation : network.of(kind)) {
            long pair = (long) network.place(relation.from()) << 32 | network.place(relation.to());
            into.computeIfAbsent(pair, first -> new ArrayList<>()).add(relation);
        }
    }
}
