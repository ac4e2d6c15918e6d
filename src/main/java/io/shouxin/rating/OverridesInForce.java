package io.shouxin.rating;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts an expert's grade in the place of the model's while his override counts, and ends an override whose ground is gone. */
@Component
class OverridesInForce {

    private static final String GRADE_SCALE = "grade-scale";
    private static final BigDecimal STEP = new BigDecimal("0.1");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    private final RatingOverrides overrides;
    private final PolicyBook policies;
    private final RatingPolicies frame;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final MessageDesk messages;

    OverridesInForce(RatingOverrides overrides, PolicyBook policies, RatingPolicies frame, BusinessClock clock, AuditTrail audit,
            MessageDesk messages) {
        this.overrides = overrides;
        this.policies = policies;
        this.frame = frame;
        this.clock = clock;
        this.audit = audit;
        this.messages = messages;
    }

    /** A rating as the model gave it, as it counts for the customer. */
    RatingView over(RatingView model, PersonId actor) {
        Optional<RatingOverride> open = overrides.findByOpenFor(model.customer().value())
                .filter(override -> override.status() == OverrideStatus.IN_FORCE);
        if (open.isEmpty()) {
            return model;
        }
        RatingOverride override = open.get();
        if (model.knockedOut() || !override.counts(clock.today(), model.grade())) {
            boolean timeIsOver = clock.today().isAfter(override.view().validUntil().orElseThrow());
            override.ends(timeIsOver ? OverrideStatus.EXPIRED : OverrideStatus.SUPERSEDED, clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.record(override.id().value(), "OVERRIDE_" + override.status(), actor, model.id() + " " + model.grade());
            OverrideView ended = override.view();
            messages.send(ended.requestedBy(), ended.id() + "/" + ended.status(), ended.id().value(), "OVERRIDE_" + ended.status());
            return model;
        }
        OverrideView view = override.view();
        BigDecimal nearest = nearest(model.score(), view.grade(), model.asOf());
        return model.overridden(new GradeOverride(view.id(), model.grade(), model.pd(), view.reasonCode(), view.validUntil().orElseThrow()),
                view.grade(), new Probability(step(nearest, model.asOf()).number("pd")), evidence(model, nearest, view.grade()));
    }

    /** A rating's evidence with the master class of that score and the terms of that grade. */
    RatingEvidence evidence(RatingView rating, BigDecimal score, Grade grade) {
        MatchedRow step = step(score, rating.asOf());
        return rating.evidence().graded(step.says("masterClass") ? Optional.of(step.text("masterClass")) : Optional.empty(),
                frame.terms(grade, rating.evidence().industry(), rating.asOf()));
    }

    private MatchedRow step(BigDecimal score, LocalDate asOf) {
        return policies.evaluate(GRADE_SCALE, asOf, Map.of("score", score)).only();
    }

    /** The score nearest to this one that has the grade: an expert moves a customer no further than he says. */
    private BigDecimal nearest(BigDecimal score, Grade grade, LocalDate asOf) {
        for (BigDecimal distance = STEP; distance.compareTo(HIGHEST) <= 0; distance = distance.add(STEP)) {
            for (BigDecimal other : new BigDecimal[] {score.add(distance), score.subtract(distance)}) {
                if (other.signum() >= 0 && other.compareTo(HIGHEST) <= 0 && step(other, asOf).text("grade").equals(grade.name())) {
                    return other;
                }
            }
        }
        throw new IllegalStateException("no score of " + GRADE_SCALE + " has the grade " + grade);
    }
}
