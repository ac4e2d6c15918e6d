package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rating override (等级调整) as the bank sees it.
 *
 * @param rating        the rating it was asked on
 * @param modelScore    score of that rating, 0 to 100
 * @param modelGrade    grade the tables gave
 * @param grade         grade asked for
 * @param tier          highest approval tier that has to agree, by policy {@code rating-override}
 * @param ruleCode      row of that policy; label is message {@code reason.CODE}
 * @param policyVersion its version
 * @param validMonths   how long it holds once approved
 * @param validUntil    last day on which it counts; empty until it is in force
 * @param sha256        hash of what is asked, to which the approval is bound
 */
public record OverrideView(OverrideId id, CustomerId customer, RatingId rating, BigDecimal modelScore, Grade modelGrade, Grade grade,
                           String reasonCode, String evidence, String evidenceSource, LocalDate evidenceDate,
                           Optional<DocumentId> document, String tier, String ruleCode, String policyVersion, int validMonths,
                           OverrideStatus status, PersonId requestedBy, Instant requestedAt, Optional<LocalDate> validUntil,
                           Optional<Instant> closedAt, String sha256) {

    /** Grades better (positive) or worse (negative) than the model's. */
    public int notches() {
        return grade.stepsAbove(modelGrade);
    }
}
