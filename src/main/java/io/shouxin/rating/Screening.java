package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the knock-out rules said of an application before papers were asked for (初筛). Each rule that concerns customers of this kind, in
 * table order; only rules whose every fact is on file and in date count.
 *
 * @param subject the application's number
 * @param version of policy {@code knock-out}
 * @param rating  the rating that keeps the exclusion; empty when nothing excludes
 * @param asOf    day whose policy versions apply
 */
public record Screening(String subject, CustomerId customer, String version, List<ScreenedRule> rules, Optional<RatingId> rating,
                        LocalDate asOf, Instant at, PersonId by) {

    public Screening {
        rules = List.copyOf(rules);
    }

    /** Whether a rule excludes the customer, so that no papers need to be asked for. */
    public boolean excluded() {
        return !reasonCodes().isEmpty();
    }

    /** Reasons of the rules that exclude, in table order. */
    public List<String> reasonCodes() {
        return reasons(ScreenedRule.Result.EXCLUDES);
    }

    /** Reasons of the rules that wait for the full check. */
    public List<String> waiting() {
        return reasons(ScreenedRule.Result.WAITS);
    }

    private List<String> reasons(ScreenedRule.Result result) {
        return rules.stream().filter(rule -> rule.result() == result).map(ScreenedRule::reasonCode).distinct().toList();
    }
}
