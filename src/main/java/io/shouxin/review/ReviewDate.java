package io.shouxin.review;

import io.shouxin.kernel.CustomerId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** One customer's line in the review calendar. */
@Entity
@Table(name = "review_calendar")
class ReviewDate {

    @Id
    private String customerId;
    @Version
    private Long version;
    private LocalDate nextDue;
    private int cycleMonths;
    private String grade;

    protected ReviewDate() {
    }

    ReviewDate(CustomerId customer, String grade, int cycleMonths, LocalDate from) {
        this.customerId = customer.value();
        restart(grade, cycleMonths, from);
    }

    /** The cycle starts anew. */
    final void restart(String gradeNow, int months, LocalDate from) {
        grade = gradeNow;
        cycleMonths = months;
        nextDue = from.plusMonths(months);
    }

    LocalDate nextDue() {
        return nextDue;
    }

    ReviewCalendarEntry entry() {
        return new ReviewCalendarEntry(new CustomerId(customerId), nextDue, cycleMonths, grade);
    }
}
