package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.OverrideId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How often experts went against the model in a period, and what became of those cases (等级调整报告).
 *
 * @param rated       customers rated with a score in the period, each counted once
 * @param overridden  of the overrides asked for in the period, those that came into force
 * @param rate        {@code overridden / rated}, four decimals; empty when nobody was rated
 * @param upgrades    of those in force, to a better grade
 * @param refused     asked for and refused
 * @param cases       every override asked for in the period, oldest first, with what the customer looks like now
 */
public record OverrideReport(LocalDate from, LocalDate to, int rated, int overridden, Optional<BigDecimal> rate, int upgrades,
                             int downgrades, int refused, List<Case> cases) {

    public OverrideReport {
        cases = List.copyOf(cases);
    }

    /**
     * One overridden customer today.
     *
     * @param modelGradeNow  grade the tables give by his newest rating
     * @param overdueDaysNow days past due by his newest credit report; empty without one
     */
    public record Case(OverrideId id, CustomerId customer, Grade modelGrade, Grade grade, String reasonCode, OverrideStatus status,
                       LocalDate requestedOn, Grade modelGradeNow, boolean knockedOutNow, Optional<Integer> overdueDaysNow,
                       Verdict verdict) {
    }

    /** What time has said about the expert's judgement. */
    public enum Verdict {
        /** 模型随后给出同一等级或更靠近专家一方: the model came round to the expert. */
        CONFIRMED,
        /** 与专家判断相反: default, 30 days past due or a knock-out after an upgrade, or a model that moved the other way. */
        CONTRADICTED,
        /** 尚无新的评级: nothing new has been seen. */
        OPEN
    }
}
