package io.shouxin.rating;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Access;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for expert overrides (等级调整): an analyst asks for another grade than the model's, with a reason and evidence; policy
 * {@code rating-override} says whether that is allowed at all, who has to agree and for how long it holds.
 *
 * <p>An override belongs to the customer. A better grade counts for every rating whose model grade is the one it was asked on: another
 * one takes its ground away and it lapses. A worse grade counts as long as it is worse than the model's: what the model does not
 * know has not gone away because the model moved. A customer who was knocked out cannot be overridden.
 */
@Service
@Transactional
public class OverrideDesk {

    /** Policy key. */
    public static final String POLICY = "rating-override";

    private final RatingOverrides overrides;
    private final RatingDesk ratings;
    private final PolicyBook policies;
    private final People people;
    private final CaseEntities cases;
    private final Access access;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    OverrideDesk(RatingOverrides overrides, RatingDesk ratings, PolicyBook policies, People people, CaseEntities cases, Access access,
                 BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.overrides = overrides;
        this.ratings = ratings;
        this.policies = policies;
        this.people = people;
        this.cases = cases;
        this.access = access;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Asks for another grade.
     *
     * @return the override, or {@code MAY_NOT_OVERRIDE, NOT_RATED_YET, OVERRIDE_RATING_SUPERSEDED, OVERRIDE_KNOCKED_OUT,
     *         OVERRIDE_ALREADY_OPEN}, then all that is wrong with the fields, then {@code OVERRIDE_SAME_GRADE, OVERRIDE_NOT_ALLOWED}
     */
    public Outcome<OverrideView> request(RequestOverride asked, PersonId analyst) {
        return granted(asked, analyst).then(ground -> {
            endUpgrade(asked, ground, analyst);
            Optional<Refusal> open = open(asked.customer());
            if (open.isPresent()) {
                return Outcome.refused(open.get());
            }
            RatingOverride override = simultaneous.write(() -> overrides.saveAndFlush(new RatingOverride(
                    new OverrideId(numbers.next("RO")), ground.rating(), ground.modelGrade(), asked, ground.decision().only(),
                    ground.decision().version(), analyst, now())), () -> open(asked.customer()).orElse(null));
            cases.belongs(override.view().id().value(), asked.customer(), cases.forCaseAbout(asked.customer(), people.find(analyst)));
            record(override, "OVERRIDE_REQUESTED", analyst);
            return Outcome.done(override.view());
        });
    }

    /** Asks again after it was returned, with better evidence or for another grade; only who asked first may. */
    public Outcome<OverrideView> amend(OverrideId id, RequestOverride asked, PersonId analyst) {
        return act(id, Set.of(OverrideStatus.PROPOSED), override -> {
            if (!override.requestedBy(analyst)) {
                return Outcome.refused(Refusal.of("MAY_NOT_OVERRIDE"));
            }
            if (!override.customerId().equals(asked.customer())) {
                return Outcome.refused(Refusal.of("OVERRIDE_OTHER_CUSTOMER").at("customerId").with("customerId", override.customerId()));
            }
            return granted(asked, analyst).then(ground -> {
                override.ask(ground.rating(), ground.modelGrade(), asked, ground.decision().only(), ground.decision().version());
                record(override, "OVERRIDE_AMENDED", analyst);
                return Outcome.done(override.view());
            });
        });
    }

    /**
     * Those with the authority have agreed: from today the expert's grade counts, by a new rating. If the customer has meanwhile been
     * knocked out or given another model grade, the override has lapsed before it began. Repeatable.
     */
    public Outcome<OverrideView> bringIntoForce(OverrideId id, PersonId actor) {
        return act(id, Set.of(OverrideStatus.PROPOSED, OverrideStatus.IN_FORCE, OverrideStatus.SUPERSEDED), override -> {
            if (override.status() == OverrideStatus.PROPOSED && !stillGrounded(override)) {
                override.ends(OverrideStatus.SUPERSEDED, now());
                record(override, "OVERRIDE_SUPERSEDED", actor);
            } else if (override.status() == OverrideStatus.PROPOSED) {
                override.comesIntoForce(clock.today().plusMonths(override.validMonths()));
                record(override, "OVERRIDE_IN_FORCE", actor);
                ratings.followOverride(override, id + "/in-force", actor);
            }
            return Outcome.done(override.view());
        });
    }

    /** Those with the authority did not agree, or who asked has taken it back: the model's grade stands. Repeatable. */
    public Outcome<OverrideView> drop(OverrideId id, OverrideStatus how, PersonId actor) {
        if (how != OverrideStatus.REFUSED && how != OverrideStatus.WITHDRAWN) {
            throw new IllegalArgumentException("an override that never came into force does not end as " + how);
        }
        return act(id, Set.of(OverrideStatus.PROPOSED, how), override -> {
            if (override.status() == OverrideStatus.PROPOSED) {
                override.ends(how, now());
                record(override, "OVERRIDE_" + how, actor);
            }
            return Outcome.done(override.view());
        });
    }

    /** Its time is over: the model's grade counts again, by a new rating. One that has ended before is answered as it is. */
    public Outcome<OverrideView> expire(OverrideId id, PersonId actor) {
        return act(id, Set.of(OverrideStatus.IN_FORCE, OverrideStatus.EXPIRED, OverrideStatus.SUPERSEDED), override -> {
            if (override.status() == OverrideStatus.IN_FORCE) {
                override.ends(OverrideStatus.EXPIRED, now());
                record(override, "OVERRIDE_EXPIRED", actor);
                ratings.followOverride(override, id + "/expired", actor);
            }
            return Outcome.done(override.view());
        });
    }

    @Transactional(readOnly = true)
    public Optional<OverrideView> find(OverrideId id) {
        return overrides.findById(id.value()).map(RatingOverride::view);
    }

    /** All overrides of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<OverrideView> of(CustomerId customer) {
        return overrides.findByCustomerIdOrderByRequestedAtDesc(customer.value()).stream().map(RatingOverride::view).toList();
    }

    /** Reasons the policy in force knows, in the policy's order. */
    public List<String> reasonCodes() {
        return policies.inputs(POLICY, clock.today()).stream().filter(input -> input.name().equals("reasonCode"))
                .map(DeclaredInput::allowed).findFirst().orElseThrow().stream().sorted().toList();
    }

    private boolean stillGrounded(RatingOverride override) {
        return ratings.latest(override.customerId()).filter(rating -> !rating.knockedOut() && rating.modelGrade() == override.modelGrade()).isPresent();
    }

    /** Bad news does not wait for the end of an upgrade: asking for a downgrade ends it at once. */
    private void endUpgrade(RequestOverride asked, Ground ground, PersonId analyst) {
        overrides.findByOpenFor(asked.customer().value()).filter(open -> open.status() == OverrideStatus.IN_FORCE && open.isUpgrade()
                && asked.grade().isWeakerThan(ground.modelGrade())).ifPresent(upgrade -> {
                    upgrade.ends(OverrideStatus.SUPERSEDED, now());
                    overrides.saveAndFlush(upgrade);
                    record(upgrade, "OVERRIDE_SUPERSEDED", analyst);
                    ratings.followOverride(upgrade, upgrade.id() + "/ended", analyst);
                });
    }

    private Outcome<Ground> granted(RequestOverride asked, PersonId analyst) {
        if (people.find(analyst).filter(person -> person.is(Role.ANALYST) && access.mayRead(person, asked.customer())).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_OVERRIDE"));
        }
        Optional<RatingView> latest = ratings.latest(asked.customer());
        if (latest.isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_RATED_YET").at("customerId"));
        }
        RatingView rating = latest.get();
        if (!rating.id().equals(asked.rating())) {
            return Outcome.refused(Refusal.of("OVERRIDE_RATING_SUPERSEDED").at("customerId").with("ratingId", rating.id()));
        }
        if (rating.knockedOut()) {
            return Outcome.refused(Refusal.of("OVERRIDE_KNOCKED_OUT").at("customerId"));
        }
        List<Refusal> refusals = OverrideCheck.refusals(asked, Set.copyOf(reasonCodes()), clock.today());
        return refusals.isEmpty() ? allowed(asked, rating) : Outcome.refused(refusals);
    }

    private Outcome<Ground> allowed(RequestOverride asked, RatingView rating) {
        Grade modelGrade = rating.modelGrade();
        int notches = asked.grade().stepsAbove(modelGrade);
        if (notches == 0) {
            return Outcome.refused(Refusal.of("OVERRIDE_SAME_GRADE").at("grade"));
        }
        PolicyDecision decision = policies.evaluate(POLICY, clock.today(), question(modelGrade, notches, asked.reasonCode()));
        return decision.rows().isEmpty()
                ? Outcome.refused(Refusal.of("OVERRIDE_NOT_ALLOWED").at("grade").with("from", "grade." + modelGrade)
                        .with("to", "grade." + asked.grade()).with("reason", "overrideReason." + asked.reasonCode()))
                : Outcome.done(new Ground(rating, modelGrade, decision));
    }

    /**
     * What policy {@code rating-override} is asked.
     *
     * @param notches steps above the model's grade, below it when negative
     */
    public static Map<String, Object> question(Grade modelGrade, int notches, String reasonCode) {
        return Map.of("direction", notches > 0 ? "UPGRADE" : "DOWNGRADE", "notches", BigDecimal.valueOf(Math.abs(notches)),
                "modelGrade", modelGrade.name(), "reasonCode", reasonCode);
    }

    private Optional<Refusal> open(CustomerId customer) {
        return overrides.findByOpenFor(customer.value()).map(open -> Refusal.of("OVERRIDE_ALREADY_OPEN").at("customerId")
                .with("overrideId", open.id()));
    }

    private Outcome<OverrideView> act(OverrideId id, Set<OverrideStatus> stages, Function<RatingOverride, Outcome<OverrideView>> act) {
        Optional<RatingOverride> found = overrides.findById(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("OVERRIDE_UNKNOWN").with("overrideId", id));
        }
        if (!stages.contains(found.get().status())) {
            return Outcome.refused(Refusal.of("OVERRIDE_NOT_AT_THIS_STAGE").with("overrideId", id)
                    .with("status", "overrideStatus." + found.get().status()));
        }
        return act.apply(found.get());
    }

    private void record(RatingOverride override, String act, PersonId actor) {
        OverrideView view = override.view();
        audit.record(view.id().value(), act, actor, "%s %s -> %s %s %s".formatted(view.rating(), view.modelGrade(), view.grade(),
                view.reasonCode(), view.sha256()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Ground(RatingView rating, Grade modelGrade, PolicyDecision decision) {
    }
}
