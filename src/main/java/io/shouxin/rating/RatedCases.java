package io.shouxin.rating;

import io.shouxin.modelling.ObservedCase;
import io.shouxin.modelling.OutcomeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The newest rating of each case, with the facts it was given on, and how ratings themselves ended. */
@Component
public class RatedCases implements OutcomeSource {

    private static final String WEAK_GRADE = "WEAK_GRADE";
    private static final String KNOCKED_OUT = "KNOCKED_OUT";
    private static final String DEFAULTED_LATER = "DEFAULTED_LATER";
    private static final Set<String> SIGNS_OF_DEFAULT = Set.of("DEFAULT_RECORDED", "OVERDUE_OVER_90_DAYS");

    private final Ratings ratings;

    RatedCases(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public List<String> outcomes() {
        return List.of(WEAK_GRADE, KNOCKED_OUT, DEFAULTED_LATER);
    }

    @Override
    public List<ObservedCase> cases(String outcome) {
        List<RatingView> newest = ratings.newestOfEachSubject(MOST_CASES);
        return switch (outcome) {
            case WEAK_GRADE -> known(newest, rating -> rating.knockedOut() ? Optional.empty()
                    : Optional.of(rating.grade().isWeakerThan(Grade.FAIR)));
            case KNOCKED_OUT -> known(newest, rating -> Optional.of(rating.knockedOut()));
            case DEFAULTED_LATER -> defaultedLater(newest);
            default -> throw new IllegalArgumentException("no outcome " + outcome);
        };
    }

    /** The facts a case was last rated on, by the number of the case, such as an application's. */
    public Map<String, Known> bySubject() {
        Map<String, Known> bySubject = new HashMap<>();
        ratings.newestOfEachSubject(MOST_CASES).forEach(rating ->
                bySubject.put(rating.subject(), new Known(rating.basis().name(), rating.inputs())));
        return bySubject;
    }

    /** @param basis what the rating rested on; {@code values} by the names of the tables' inputs */
    public record Known(String basis, Map<String, String> values) {
    }

    /**
     * A customer who had a grade, and whose credit report later showed a default or more than 90 days overdue. Only ratings
     * that were followed by another one count: of the others nothing is known yet. Ratings come newest first.
     */
    private static List<ObservedCase> defaultedLater(List<RatingView> newest) {
        Set<String> seen = new HashSet<>();
        Set<String> defaulted = new HashSet<>();
        return known(newest, rating -> {
            String customer = rating.customer().value();
            Optional<Boolean> end = !seen.add(customer) && !rating.knockedOut() ? Optional.of(defaulted.contains(customer)) : Optional.empty();
            if (rating.knockOutReasons().stream().anyMatch(SIGNS_OF_DEFAULT::contains)) {
                defaulted.add(customer);
            }
            return end;
        });
    }

    private static List<ObservedCase> known(List<RatingView> ratings, Function<RatingView, Optional<Boolean>> bad) {
        return ratings.stream().flatMap(rating -> bad.apply(rating).stream()
                .map(end -> new ObservedCase(rating.basis().name(), rating.inputs(), end))).toList();
    }
}
