package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Asks for a rating.
 *
 * @param subject    what the rating is for, a business number such as an application's or a review's
 * @param attempt    caller's key: the same subject and attempt give the same stored rating again
 * @param asOf       day whose policy versions apply: a case keeps the day it was opened; facts are read as they stand now
 * @param assessment the analyst's findings; null when there are none yet
 * @param excepted   reason codes of knock-out rules that a policy exception sets aside
 */
public record RateCustomer(CustomerId customer, String subject, String attempt, LocalDate asOf, Assessment assessment,
                           Set<String> excepted) {

    public RateCustomer {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(asOf, "asOf");
        excepted = Set.copyOf(excepted);
    }

    /** Under all the rules. */
    public RateCustomer(CustomerId customer, String subject, String attempt, LocalDate asOf, Assessment assessment) {
        this(customer, subject, attempt, asOf, assessment, Set.of());
    }
}
