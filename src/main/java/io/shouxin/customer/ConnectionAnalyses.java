package io.shouxin.customer;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PartyId;
import io.shouxin.policy.PolicyBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Keeps the last few analyses, by day and state of the graph; on each node for itself, the database says which state is the present
 * one. The rules are those in force today, also for the graph of a past day.
 */
@Component
class ConnectionAnalyses {

    private static final int KEPT = 4;

    private final RelationBook book;
    private final Parties parties;
    private final PolicyBook policies;
    private final BusinessClock clock;
    private final Map<String, ConnectionAnalysis> kept = new LinkedHashMap<>();

    ConnectionAnalyses(RelationBook book, Parties parties, PolicyBook policies, BusinessClock clock) {
        this.book = book;
        this.parties = parties;
        this.policies = policies;
        this.clock = clock;
    }

    ConnectionAnalysis today() {
        return on(clock.today());
    }

    ConnectionAnalysis on(LocalDate day) {
        ConnectionRules rules = ConnectionRules.of(policies, clock.today());
        String state = day + " " + rules.version() + " " + book.revision();
        synchronized (kept) {
            if (kept.containsKey(state)) {
                return kept.get(state);
            }
        }
        List<PartyRelation> relations = book.holdingOn(day);
        Set<String> numbers = new TreeSet<>();
        relations.forEach(relation -> {
            numbers.add(relation.from().value());
            numbers.add(relation.to().value());
        });
        Set<PartyId> customers = new HashSet<>();
        Map<PartyId, String> names = new HashMap<>();
        parties.find(numbers).values().forEach(party -> {
            names.put(party.id(), party.name());
            if (party.customer()) {
                customers.add(party.id());
            }
        });
        ConnectionAnalysis analysis = ConnectionAnalysis.of(day, relations, rules, customers, names);
        synchronized (kept) {
            kept.put(state, analysis);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return analysis;
    }
}
