package io.shouxin.rating;

import io.shouxin.customer.CustomerView;
import java.util.List;
import java.util.Optional;

/**
 * All that explains a rating (信用评估报告): who, what grade and why, what may go wrong, what the bank should do and what would
 * better the grade.
 *
 * @param previous     the customer's rating before this one, of an earlier day
 * @param risks        heaviest first
 * @param expectations by rating again
 * @param suggestion   by grade and industry; message {@code suggestion.CODE}
 * @param reproduced   the rating was run again just now from its stored facts and gave the same result
 */
public record RatingReport(RatingView rating, CustomerView customer, Optional<RatingView> previous, List<RiskPoint> risks,
                           RatingExpectations expectations, String suggestion, boolean reproduced) {

    public RatingReport {
        risks = List.copyOf(risks);
    }
}
