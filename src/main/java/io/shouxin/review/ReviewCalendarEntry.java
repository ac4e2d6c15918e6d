package io.shouxin.review;

import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;

/**
 * When a customer is looked at next (复评日历).
 *
 * @param cycleMonths months between reviews, by the grade's terms
 */
public record ReviewCalendarEntry(CustomerId customerId, LocalDate nextDue, int cycleMonths, String grade) {
}
