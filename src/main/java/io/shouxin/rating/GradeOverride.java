package io.shouxin.rating;

import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.Probability;
import java.time.LocalDate;

/**
 * What an expert's override changed in a rating (等级调整): the rating's grade and PD are the expert's, these are the model's.
 *
 * @param modelGrade grade the tables gave
 * @param modelPd    PD that goes with it
 * @param reasonCode why; label is message {@code overrideReason.CODE}
 * @param validUntil last day on which the expert's grade counts
 */
public record GradeOverride(OverrideId id, Grade modelGrade, Probability modelPd, String reasonCode, LocalDate validUntil) {
}
