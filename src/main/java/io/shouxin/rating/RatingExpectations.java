package io.shouxin.rating;

import java.util.List;
import java.util.Optional;

/**
 * What would better the grade (如何提升等级).
 *
 * @param improvements each alone: those that reach a better grade first, then by points gained
 * @param together     fewest of them, all within the customer's power, that reach the next better grade together; empty when
 *                     the grade is the best or they do not suffice
 * @param gradeTogether grade they reach
 */
public record RatingExpectations(List<Improvement> improvements, List<Improvement> together, Optional<Grade> gradeTogether) {

    static final RatingExpectations NONE = new RatingExpectations(List.of(), List.of(), Optional.empty());

    public RatingExpectations {
        improvements = List.copyOf(improvements);
        together = List.copyOf(together);
    }
}
