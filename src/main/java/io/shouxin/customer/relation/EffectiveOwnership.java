package io.shouxin.customer.relation;

import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a firm belongs to whom through all chains of shareholdings, exact. A share of the firm is followed upwards to the holders of
 * its holders; what arrives at an owner is his. Holdings in a circle come back to where they were and are followed again, without end:
 * the sums of that are the solution of a linear system, solved in exact fractions component by component (Tarjan). An owner who stands
 * in a circle himself counts what arrives at him first.
 */
public final class EffectiveOwnership {

    /** Firms in circles of holdings above a firm: with more of them the equations would take minutes, and owners are not told. */
    private static final int MOST_IN_CIRCLES = 24;
    private static final int MOST_OWNERS = 3_000;

    private final Network network;
    private final Map<Integer, Map<Integer, Fraction>> holders = new HashMap<>();

    public EffectiveOwnership(Network network) {
        this.network = network;
        for (PartyRelation relation : network.of(RelationKind.SHAREHOLDING)) {
            holders.computeIfAbsent(network.place(relation.to()), first -> new TreeMap<>())
                    .merge(network.place(relation.from()), Fraction.ofPercent(relation.percent()), Fraction::plus);
        }
    }

    /**
     * Owners of a firm and what of it is theirs, ascending by number. Empty when it cannot be told: the firm's shares go round in a
     * circle that nobody outside holds anything of, or too many firms hold each other.
     */
    public Optional<Map<Integer, Fraction>> of(int firm) {
        Set<Integer> above = above(firm);
        if (above.size() > MOST_OWNERS) {
            return Optional.empty();
        }
        List<Integer> places = List.copyOf(above);
        List<int[]> components = components(places);
        if (components.stream().mapToInt(component -> component.length).filter(size -> size > 1).sum() > MOST_IN_CIRCLES) {
            return Optional.empty();
        }
        try {
            Map<Integer, Fraction> arriving = arriving(firm, -1, places, components);
            Map<Integer, Fraction> owners = new TreeMap<>();
            for (int[] component : components) {
                for (int index : component) {
                    int owner = places.get(index);
                    if (owner != firm) {
                        owners.put(owner, component.length == 1 ? arriving.get(owner) : arriving(firm, owner, places, components).get(owner));
                    }
                }
            }
            return Optional.of(owners);
        } catch (ArithmeticException noOwnerOutside) {
            return Optional.empty();
        }
    }

    private Set<Integer> above(int firm) {
        Set<Integer> above = new TreeSet<>(Set.of(firm));
        ArrayDeque<Integer> waiting = new ArrayDeque<>(above);
        while (!waiting.isEmpty() && above.size() <= MOST_OWNERS) {
            for (int holder : holders.getOrDefault(waiting.remove(), Map.of()).keySet()) {
                if (above.add(holder)) {
                    waiting.add(holder);
                }
            }
        }
        return above;
    }

    /** Owned firms before their holders. */
    private List<int[]> components(List<Integer> places) {
        Map<Integer, Integer> index = new HashMap<>();
        places.forEach(place -> index.put(place, index.size()));
        List<List<Integer>> owned = new ArrayList<>();
        places.forEach(place -> owned.add(new ArrayList<>()));
        places.forEach(place -> holders.getOrDefault(place, Map.of()).keySet().forEach(holder -> owned.get(index.get(holder)).add(index.get(place))));
        return Components.of(owned.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new));
    }

    /** How much of the firm passes each of its owners. @param end an owner where it stays, -1 for none */
    private Map<Integer, Fraction> arriving(int firm, int end, List<Integer> places, List<int[]> components) {
        Map<Integer, Fraction> coming = new HashMap<>(Map.of(firm, Fraction.ONE));
        Map<Integer, Fraction> arriving = new HashMap<>();
        for (int[] component : components) {
            List<Integer> members = new ArrayList<>();
            for (int index : component) {
                members.add(places.get(index));
            }
            Map<Integer, Fraction> solved = solved(members, coming, end);
            arriving.putAll(solved);
            for (int member : members) {
                if (member != end) {
                    holders.getOrDefault(member, Map.of()).forEach((holder, share) -> {
                        if (!members.contains(holder)) {
                            coming.merge(holder, solved.get(member).times(share), Fraction::plus);
                        }
                    });
                }
            }
        }
        return arriving;
    }

    /** Solves {@code x = coming + circulating(x)} by elimination; a system without a solution divides by zero. */
    private Map<Integer, Fraction> solved(List<Integer> members, Map<Integer, Fraction> coming, int end) {
        int n = members.size();
        Fraction[][] rows = new Fraction[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Fraction circulating = members.get(j) == end ? Fraction.ZERO
                        : holders.getOrDefault(members.get(j), Map.of()).getOrDefault(members.get(i), Fraction.ZERO);
                rows[i][j] = (i == j ? Fraction.ONE : Fraction.ZERO).minus(circulating);
            }
            rows[i][n] = coming.getOrDefault(members.get(i), Fraction.ZERO);
        }
        for (int column = 0; column < n; column++) {
            pivot(rows, column);
            for (int row = 0; row < n; row++) {
                if (row != column && !rows[row][column].isZero()) {
                    Fraction times = rows[row][column].dividedBy(rows[column][column]);
                    for (int k = column; k <= n; k++) {
                        rows[row][k] = rows[row][k].minus(times.times(rows[column][k]));
                    }
                }
            }
        }
        Map<Integer, Fraction> solution = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            solution.put(members.get(i), rows[i][n].dividedBy(rows[i][i]));
        }
        return solution;
    }

    private static void pivot(Fraction[][] rows, int column) {
        for (int row = column; row < rows.length; row++) {
            if (!rows[row][column].isZero()) {
                Fraction[] other = rows[column];
                rows[column] = rows[row];
                rows[row] = other;
                return;
            }
        }
        throw new ArithmeticException("nobody outside the circle holds anything of it");
    }
}
