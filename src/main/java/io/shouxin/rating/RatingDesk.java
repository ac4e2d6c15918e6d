package io.shouxin.rating;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that rates customers (信用评级): knock-out rules first, then a scorecard, then the grade on the scale, each a
 * decision table. The same facts under the same versions always give the same score.
 */
@Service
@Transactional
public class RatingDesk {

    /** Policy key of the rules that exclude a customer. */
    public static final String KNOCK_OUT = "knock-out";
    private static final String GRADE_SCALE = "grade-scale";
    private static final BigDecimal NO_POINTS = new BigDecimal("0.0");

    private final Ratings ratings;
    private final FactGathering gathering;
    private final PolicyBook policies;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final RatingPolicies frame;
    private final OverridesInForce overrides;
    private final ApplicationEventPublisher events;

    RatingDesk(Ratings ratings, FactGathering gathering, PolicyBook policies, BusinessNumbers numbers, BusinessClock clock,
            AuditTrail audit, RatingPolicies frame, OverridesInForce overrides, ApplicationEventPublisher events) {
        this.ratings = ratings;
        this.gathering = gathering;
        this.policies = policies;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.frame = frame;
        this.overrides = overrides;
        this.events = events;
    }

    /**
     * Rates a customer from the facts on file, or says which facts are missing. A knock-out rule that holds on what is known
     * decides at once, whatever else is missing. Asked again for the same subject and attempt, it answers with the stored
     * rating, even if facts have changed since.
     */
    public RatingResult rate(RateCustomer command, PersonId actor) {
        Optional<RatingView> known = ratings.find(command.subject(), command.attempt());
        if (known.isPresent()) {
            return again(known.get(), command);
        }
        Optional<Facts> onFile = gathering.about(command);
        if (onFile.isEmpty()) {
            return new RatingResult.FactsMissing(List.of(MissingFact.of("CUSTOMER", Role.RELATIONSHIP_MANAGER)));
        }
        Facts facts = onFile.get();
        List<MissingFact> missing = facts.missing();
        Map<String, Object> exclusion = asked(KNOCK_OUT, command.asOf(), facts.knockOutInputs());
        if (!missing.isEmpty() && holding(policies.evaluate(KNOCK_OUT, command.asOf(), exclusion), command).isEmpty()) {
            return new RatingResult.FactsMissing(missing);
        }
        PolicyDecision knockOut = policies.decide(KNOCK_OUT, command.asOf(), exclusion, command.subject());
        return holding(knockOut, command).isEmpty() ? score(command, facts, exclusion, knockOut, actor)
                : exclude(command, facts, exclusion, knockOut, actor);
    }

    @Transactional(readOnly = true)
    public Optional<RatingView> find(RatingId rating) {
        return ratings.find(rating);
    }

    /** The rating in force: the newest, whether it gave a grade or knocked the customer out. */
    @Transactional(readOnly = true)
    public Optional<RatingView> latest(CustomerId customer) {
        return ratings.of(customer, 1).stream().findFirst();
    }

    /** When the facts of a rating were first rated: one given anew because an override began or ended has seen nothing newer. */
    @Transactional(readOnly = true)
    public Instant factsSeenAt(RatingView rating) {
        return ratings.of(rating.customer(), Integer.MAX_VALUE).stream().filter(other -> other.subject().equals(rating.subject())
                        && other.asOf().equals(rating.asOf()) && other.inputs().equals(rating.inputs()))
                .map(RatingView::at).min(Comparator.naturalOrder()).orElse(rating.at());
    }

    /** The customer's newest rating of an earlier day than this one's. */
    @Transactional(readOnly = true)
    public Optional<RatingView> before(RatingView rating) {
        return ratings.before(rating);
    }

    /** All ratings of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<RatingView> of(CustomerId customer) {
        return ratings.of(customer, Integer.MAX_VALUE);
    }

    /** The newest ratings of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<RatingView> newest(CustomerId customer, int most) {
        return ratings.of(customer, most);
    }

    /**
     * What has to be supplied before the customer can be rated today; the analyst's findings are among it.
     *
     * @throws IllegalArgumentException for an unknown customer
     */
    @Transactional(readOnly = true)
    public List<MissingFact> missingFacts(CustomerId customer) {
        return gathering.about(customer, null, clock.today())
                .orElseThrow(() -> new IllegalArgumentException("no customer " + customer)).missing();
    }

    /**
     * What a rating would rest on today: every fact looked for, with its source, age and state.
     *
     * @throws IllegalArgumentException for an unknown customer
     */
    @Transactional(readOnly = true)
    public FactsOnFile factsOnFile(CustomerId customer) {
        Facts facts = gathering.about(customer, null, clock.today())
                .orElseThrow(() -> new IllegalArgumentException("no customer " + customer));
        List<FactLine> lines = facts.factLines();
        return new FactsOnFile(facts.basis(), lines, Confidence.of(lines).orElse(BigDecimal.ZERO));
    }

    /** The knock-out rules that hold for a customer now, whatever is set aside; nothing is stored. Empty for an unknown customer. */
    @Transactional(readOnly = true)
    public List<StandingKnockOut> standingKnockOuts(CustomerId customer, LocalDate asOf) {
        return gathering.about(customer, null, asOf).map(facts -> StandingKnockOut.of(policies, asOf, asked(KNOCK_OUT, asOf, facts.knockOutInputs())))
                .orElse(List.of());
    }

    /** What a grade brings this customer on a day, as his industry is treated then. */
    @Transactional(readOnly = true)
    public GradeTerms terms(CustomerView customer, Grade grade, LocalDate asOf) {
        return frame.terms(grade, frame.industry(customer, asOf), asOf);
    }

    private RatingResult score(RateCustomer command, Facts facts, Map<String, Object> exclusion, PolicyDecision knockOut,
            PersonId actor) {
        explainFrame(command, facts);
        String scorecard = facts.scorecard();
        Map<String, Object> inputs = asked(scorecard, command.asOf(), facts.scorecardInputs());
        PolicyDecision decision = policies.decide(scorecard, command.asOf(), inputs, command.subject());
        ScoreSheet sheet = ScoreSheet.of(decision, inputs);
        Map<String, Object> all = new LinkedHashMap<>(exclusion);
        all.putAll(inputs);
        return new RatingResult.Rated(
                keep(command, facts, List.of(knockOut, decision), sheet.lines(), sheet.score(), List.of(), all, actor));
    }

    private RatingResult exclude(RateCustomer command, Facts facts, Map<String, Object> exclusion, PolicyDecision knockOut,
            PersonId actor) {
        List<String> reasons = holding(knockOut, command);
        return new RatingResult.KnockedOut(exclude(command, facts, exclusion, knockOut, reasons, actor).id(), reasons);
    }

    /** Keeps that these rules exclude the customer. @param exclusion what the rules were asked with */
    RatingView exclude(RateCustomer command, Facts facts, Map<String, Object> exclusion, PolicyDecision knockOut, List<String> reasons,
            PersonId actor) {
        return keep(command, facts, List.of(knockOut), List.of(), NO_POINTS, reasons, exclusion, actor);
    }

    private RatingView keep(RateCustomer command, Facts facts, List<PolicyDecision> decisions, List<ScoreLine> lines,
            BigDecimal score, List<String> knockOutReasons, Map<String, Object> inputs, PersonId actor) {
        PolicyDecision scale = policies.decide(GRADE_SCALE, command.asOf(), Map.of("score", score), command.subject());
        MatchedRow step = scale.only();
        Map<String, String> versions = new LinkedHashMap<>();
        decisions.forEach(decision -> versions.put(decision.key(), decision.version()));
        versions.put(scale.key(), scale.version());
        frame.versions(facts.basis(), command.asOf()).forEach(versions::putIfAbsent);
        Grade grade = Grade.valueOf(step.text("grade"));
        RatingView rating = new RatingView(new RatingId(numbers.next("RT")), command.customer(), command.subject(), facts.basis(),
                !knockOutReasons.isEmpty(), score, grade, new Probability(step.number("pd")), versions,
                lines, facts.ratios(), knockOutReasons, FactText.of(inputs), command.asOf(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), actor, evidence(command, facts, grade, step, excepted(decisions.get(0), command)),
                Optional.empty());
        return add(overrides.over(rating, actor), command.attempt(), actor);
    }

    /** An override came into force or ended: the newest rating is given anew, with the grade that counts now. */
    void followOverride(RatingOverride override, String attempt, PersonId actor) {
        latest(override.customerId()).filter(rating -> !rating.knockedOut()).ifPresent(rating -> {
            RatingView model = rating.modelAgain(new RatingId(numbers.next("RT")), clock.instant().truncatedTo(ChronoUnit.MICROS), actor,
                    overrides.evidence(rating, rating.score(), rating.modelGrade()));
            add(overrides.over(model, actor), attempt, actor);
        });
    }

    private RatingView add(RatingView rating, String attempt, PersonId actor) {
        ratings.add(rating, attempt);
        audit.record(rating.subject(), rating.knockedOut() ? "CUSTOMER_KNOCKED_OUT" : "CUSTOMER_RATED", actor,
                "%s %s %s %s".formatted(rating.id(), rating.grade(), rating.score(), rating.reasonCodes()));
        events.publishEvent(new CustomerRated(rating));
        return rating;
    }

    private static List<String> reasons(PolicyDecision knockOut) {
        return knockOut.rows().stream().map(row -> row.text("reasonCode")).distinct().toList();
    }

    private static List<String> holding(PolicyDecision knockOut, RateCustomer command) {
        return reasons(knockOut).stream().filter(code -> !command.excepted().contains(code)).toList();
    }

    private static List<String> excepted(PolicyDecision knockOut, RateCustomer command) {
        return reasons(knockOut).stream().filter(command.excepted()::contains).toList();
    }

    private RatingEvidence evidence(RateCustomer command, Facts facts, Grade grade, MatchedRow step, List<String> excepted) {
        List<FactLine> lines = facts.factLines();
        Optional<IndustryPolicy> industry = frame.industry(facts.customer, command.asOf());
        return new RatingEvidence(lines, Confidence.of(lines), facts.altmanZ(), industry,
                step.says("masterClass") ? Optional.of(step.text("masterClass")) : Optional.empty(),
                Optional.of(frame.terms(grade, industry, command.asOf())), excepted);
    }

    /** Leaves in the evaluation log why this scorecard was asked and how its figures were defined. */
    private void explainFrame(RateCustomer command, Facts facts) {
        if (facts.basis() == RatingBasis.INDIVIDUAL) {
            return;
        }
        policies.decide(IndustryPolicy.POLICY, command.asOf(), RatingPolicies.industryInputs(facts.customer), command.subject());
        if (facts.basis() == RatingBasis.STATEMENTS) {
            policies.decide(RatioDefinitions.POLICY, command.asOf(), RatingPolicies.definitionsInputs(facts.customer), command.subject());
            policies.decide(RatingPolicies.ALTMAN_ZONE, command.asOf(),
                    RatingPolicies.zoneInputs(facts.altmanZ().flatMap(AltmanZ::value).orElse(null)), command.subject());
        }
    }

    /** Only what the version in force asks for: a later version may do with fewer facts. */
    private Map<String, Object> asked(String policy, LocalDate asOf, Map<String, Object> facts) {
        Map<String, Object> asked = new LinkedHashMap<>();
        policies.inputs(policy, asOf).stream().filter(input -> facts.containsKey(input.name()))
                .forEach(input -> asked.put(input.name(), facts.get(input.name())));
        return asked;
    }

    private static RatingResult again(RatingView known, RateCustomer command) {
        if (!known.customer().equals(command.customer())) {
            throw new IllegalArgumentException(command.subject() + "/" + command.attempt() + " was a rating of " + known.customer());
        }
        return known.knockedOut() ? new RatingResult.KnockedOut(known.id(), known.knockOutReasons()) : new RatingResult.Rated(known);
    }
}
