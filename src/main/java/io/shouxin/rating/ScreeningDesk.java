package io.shouxin.rating;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.PolicyTable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that asks the knock-out rules before papers are asked for (初筛), on what is on file and in date. It asks the published policy
 * {@code knock-out}, as the rating does later on the complete file; a rule that lacks a fact excludes nobody and clears nobody.
 */
@Service
@Transactional
public class ScreeningDesk {

    /** Key of the rating that keeps an exclusion. */
    private static final String ATTEMPT = "screening";

    private final Screenings screenings;
    private final RatingDesk ratings;
    private final FactGathering gathering;
    private final PolicyBook policies;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ScreeningDesk(Screenings screenings, RatingDesk ratings, FactGathering gathering, PolicyBook policies, BusinessClock clock,
            AuditTrail audit) {
        this.screenings = screenings;
        this.ratings = ratings;
        this.gathering = gathering;
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Screens an application once; an exclusion is kept as a rating that knocks the customer out. Asked again it answers with what is kept,
     * even if facts have changed since.
     *
     * @param subject the application's number
     * @param asOf    day whose policy versions apply
     * @throws IllegalArgumentException for an unknown customer, or a subject that was screened for another
     */
    public Screening screen(CustomerId customer, String subject, LocalDate asOf, PersonId actor) {
        Optional<Screening> kept = screenings.find(subject);
        if (kept.isPresent()) {
            if (!kept.get().customer().equals(customer)) {
                throw new IllegalArgumentException(subject + " was screened for " + kept.get().customer());
            }
            return kept.get();
        }
        RateCustomer command = new RateCustomer(customer, subject, ATTEMPT, asOf, null);
        Facts facts = gathering.about(command).orElseThrow(() -> new IllegalArgumentException("no customer " + customer));
        Map<String, KnockOutFact> found = facts.knockOutFacts();
        Map<String, Object> inputs = inputs(found, asOf);
        PolicyDecision decision = policies.decide(RatingDesk.KNOCK_OUT, asOf, inputs, subject);
        List<ScreenedRule> rules = rules(decision, found, asOf);
        List<String> reasons = rules.stream().filter(rule -> rule.result() == ScreenedRule.Result.EXCLUDES).map(ScreenedRule::reasonCode)
                .distinct().toList();
        Optional<RatingId> excluded = reasons.isEmpty() ? Optional.empty()
                : Optional.of(ratings.exclude(command, facts, inputs, decision, reasons, actor).id());
        Screening screening = new Screening(subject, customer, decision.version(), rules, excluded, asOf,
                clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
        screenings.add(screening);
        audit.record(subject, "APPLICATION_SCREENED", actor, "knock-out %s %s %s waiting %s".formatted(screening.version(),
                screening.excluded() ? "EXCLUDED" : "NOT_EXCLUDED", screening.reasonCodes(), screening.waiting()));
        return screening;
    }

    @Transactional(readOnly = true)
    public Optional<Screening> find(String subject) {
        return screenings.find(subject);
    }

    /** The rules that exclude a customer now on facts that are on file and in date; nothing is stored. Empty for an unknown customer. */
    @Transactional(readOnly = true)
    public List<StandingKnockOut> standing(CustomerId customer, LocalDate asOf) {
        return gathering.about(customer, null, asOf).map(Facts::knockOutFacts).map(found -> {
            Map<String, Object> inputs = inputs(found, asOf);
            Set<String> excluding = rules(policies.evaluate(RatingDesk.KNOCK_OUT, asOf, inputs), found, asOf).stream()
                    .filter(rule -> rule.result() == ScreenedRule.Result.EXCLUDES).map(ScreenedRule::row).collect(Collectors.toSet());
            return StandingKnockOut.of(policies, asOf, inputs).stream().filter(held -> excluding.contains(held.row())).toList();
        }).orElse(List.of());
    }

    private Map<String, Object> inputs(Map<String, KnockOutFact> found, LocalDate asOf) {
        Map<String, Object> relied = new LinkedHashMap<>();
        policies.inputs(RatingDesk.KNOCK_OUT, asOf).stream().filter(input -> found.containsKey(input.name()))
                .forEach(input -> relied.put(input.name(), found.get(input.name()).relied("string".equals(input.type()))));
        return relied;
    }

    private List<ScreenedRule> rules(PolicyDecision decision, Map<String, KnockOutFact> found, LocalDate asOf) {
        PolicyTable table = policies.table(policies.inForce(RatingDesk.KNOCK_OUT, asOf));
        Set<String> held = decision.rows().stream().map(MatchedRow::ruleId).collect(Collectors.toSet());
        return IntStream.range(0, table.rows().size()).mapToObj(place -> {
            MatchedRow row = table.rows().get(place);
            return ScreenedRule.of(row.ruleId(), row.text("reasonCode"), held.contains(row.ruleId()),
                    table.columnsOf(place).stream().sorted().map(column -> found.get(table.inputs().get(column).name())).toList());
        }).filter(ScreenedRule::concerns).toList();
    }
}
