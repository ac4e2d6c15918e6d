package io.shouxin.customer.relation;

import io.shouxin.customer.ConnectionRules;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Control by votes through several levels: a party controls a firm when it and all it controls have more votes there than the
 * threshold. The set is grown from the party until nothing is added any more, which gives the smallest set that satisfies this, so
 * circles of holdings hold each other up only when somebody outside them does.
 */
public final class VotingControl {

    private final Network network;
    private final Votes votes;
    private final long threshold;
    private final List<Set<Integer>> families;

    /**
     * A firm and who controls it.
     *
     * @param percent   votes of the controller and of all it controls; null for an actual controller without votes
     * @param through   controlled parties whose votes count, the controllers themselves included
     * @param relations numbers of the relations these votes stand in
     */
    public record Controlled(int firm, BigDecimal percent, Set<Integer> through, List<String> relations) {
    }

    /** @param controllers one party, or a person and his close relatives */
    public record Control(List<Integer> controllers, List<Controlled> firms) {
    }

    public VotingControl(Network network, ConnectionRules rules) {
        this.network = network;
        this.votes = new Votes(network, rules);
        this.threshold = Votes.millionths(rules.controlVotes());
        this.families = families(network, rules);
    }

    /** What one party controls, nearest first. */
    public Control by(int party) {
        return grown(List.of(party));
    }

    /**
     * Every control of a party that no single other party controls, and of families what they control only together. A party below
     * another is left out: what it controls, the other controls too. So a chain costs one walk, not one for each of its links.
     */
    public List<Control> all() {
        List<Control> found = new ArrayList<>();
        boolean[] below = new boolean[network.size()];
        List<int[]> components = Components.of(votes.firms());
        for (int i = components.size() - 1; i >= 0; i--) {
            for (int party : components.get(i)) {
                if (!below[party] && !votes.of(party).isEmpty()) {
                    Control control = by(party);
                    control.firms().forEach(firm -> below[firm.firm()] |= firm.firm() != party);
                    if (!control.firms().isEmpty()) {
                        found.add(control);
                    }
                }
            }
        }
        found.addAll(together());
        return found;
    }

    /** A person and his close relatives; empty of others when none is known. */
    public Set<Integer> family(int person) {
        return families.get(person);
    }

    private List<Control> together() {
        List<Control> found = new ArrayList<>();
        Set<Set<Integer>> seen = new java.util.HashSet<>();
        for (int person = 0; person < network.size(); person++) {
            List<Integer> voting = families.get(person).stream().filter(one -> !votes.of(one).isEmpty()).toList();
            if (voting.size() < 2 || !seen.add(Set.copyOf(voting))) {
                continue;
            }
            Set<Integer> alone = new java.util.HashSet<>();
            voting.forEach(one -> by(one).firms().forEach(firm -> alone.add(firm.firm())));
            List<Controlled> only = grown(voting).firms().stream().filter(firm -> !alone.contains(firm.firm())).toList();
            if (!only.isEmpty()) {
                found.add(new Control(voting, only));
            }
        }
        return found;
    }

    private Control grown(Collection<Integer> controllers) {
        Set<Integer> inside = new LinkedHashSet<>(controllers);
        Map<Integer, Long> gathered = new LinkedHashMap<>();
        Map<Integer, List<Votes.Vote>> cast = new LinkedHashMap<>();
        Map<Integer, Set<Integer>> voters = new LinkedHashMap<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>(inside);
        List<Integer> controlled = new ArrayList<>();
        while (!waiting.isEmpty()) {
            int holder = waiting.remove();
            for (Votes.Vote vote : votes.of(holder)) {
                cast.computeIfAbsent(vote.firm(), first -> new ArrayList<>()).add(vote);
                voters.computeIfAbsent(vote.firm(), first -> new TreeSet<>()).add(holder);
                long sum = gathered.merge(vote.firm(), vote.millionths(), Long::sum);
                if ((vote.decisive() || sum > threshold) && inside.add(vote.firm())) {
                    controlled.add(vote.firm());
                    waiting.add(vote.firm());
                }
            }
        }
        return new Control(List.copyOf(controllers), controlled.stream().map(firm -> new Controlled(firm,
                gathered.get(firm) == 0 ? null : Votes.percent(gathered.get(firm)), voters.get(firm),
                cast.get(firm).stream().flatMap(vote -> vote.relations().stream()).distinct().sorted().toList())).toList());
    }

    private static List<Set<Integer>> families(Network network, ConnectionRules rules) {
        List<Set<Integer>> families = new ArrayList<>();
        for (int place = 0; place < network.size(); place++) {
            families.add(new TreeSet<>(List.of(place)));
        }
        for (PartyRelation relative : network.of(RelationKind.RELATIVE)) {
            if (rules.close(relative)) {
                int one = network.place(relative.from());
                int other = network.place(relative.to());
                families.get(one).add(other);
                families.get(other).add(one);
            }
        }
        return families;
    }
}
