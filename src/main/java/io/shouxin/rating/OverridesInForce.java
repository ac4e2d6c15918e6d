package io.shouxin.rating;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
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
    private final BusinessClock clock;
    private final AuditTrail audit;

    OverridesInForce(RatingOverrides overrides, PolicyBook policies, BusinessClock clock, AuditTrail audit) {
        this.overrides = overrides;
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
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
            return model;
        }
        OverrideView view = override.view();
        return model.overridden(new GradeOverride(view.id(), model.grade(), model.pd(), view.reasonCode(), view.validUntil().orElseThrow()),
                view.grade(), nearestPd(model.score(), view.grade(), model.asOf()));
    }

    /** The PD of the score nearest to this one that has the grade: an expert moves a customer no further than he says. */
    Probability nearestPd(BigDecimal score, Grade grade, LocalDate asOf) {
        for (BigDecimal distance = STEP; distance.compareTo(HIGHEST) <= 0; distance = distance.add(STEP)) {
            for (BigDecimal other : new BigDecimal[] {score.add(distance), score.subtract(distance)}) {
                if (other.signum() >= 0 && other.compareTo(HIGHEST) <= 0) {
                    MatchedRow step = policies.evaluate(GRADE_SCALE, asOf, Map.of("score", other)).only();
                    if (step.text("grade").equals(grade.name())) {
                        return new Probability(step.number("pd"));
                    }
                }
            }
        }
        throw new IllegalStateException("no score of " + GRADE_SCALE + " has the grade " + grade);
    }
}
