package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Asks for a rating.
 *
 * @param subject    what the rating is for, a business number such as an application's or a review's
 * @param attempt    caller's key: the same subject and attempt give the same stored rating again
 * @param asOf       day whose policy versions apply: a case keeps the day it was opened; facts are read as they stand now
 * @param assessment the analyst's findings; null when there are none yet
 */
public record RateCustomer(CustomerId customer, String subject, String attempt, LocalDate asOf, Assessment assessment) {

    public RateCustomer {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(asOf, "asOf");
    }
}
