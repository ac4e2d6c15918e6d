package io.shouxin.adjustment;

import io.shouxin.customer.CreditReport;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How those stand who answer for an account (资信状况): the customer, or all customers of a group, the weakest of whom counts. What
 * is not known of one of them is not known.
 *
 * @param grade       empty if somebody is not rated
 * @param ratedOn     day of the oldest rating in force
 * @param overdueDays days overdue now, by the newest credit reports; a default counts as overdue
 * @param reportedOn  day of the oldest of these reports
 */
record CreditStanding(Optional<Grade> grade, Optional<LocalDate> ratedOn, Optional<Integer> overdueDays, Optional<LocalDate> reportedOn) {

    /** Grade of who has none, as the rules know it. */
    static final String UNKNOWN = "UNKNOWN";
    /** A default without days overdue: worse than any number of days a rule would bear with. */
    private static final int DEFAULTED = 9999;

    static CreditStanding of(List<Optional<RatingView>> ratings, List<Optional<CreditReport>> reports) {
        boolean allRated = !ratings.isEmpty() && ratings.stream().allMatch(Optional::isPresent);
        boolean allReported = !reports.isEmpty() && reports.stream().allMatch(Optional::isPresent);
        List<RatingView> rated = ratings.stream().flatMap(Optional::stream).toList();
        List<CreditReport> reported = reports.stream().flatMap(Optional::stream).toList();
        return new CreditStanding(
                allRated ? rated.stream().map(RatingView::grade).max(Grade::compareTo) : Optional.empty(),
                allRated ? rated.stream().map(RatingView::asOf).min(LocalDate::compareTo) : Optional.empty(),
                allReported ? reported.stream().map(CreditStanding::overdue).max(Integer::compareTo) : Optional.empty(),
                allReported ? reported.stream().map(CreditReport::asOf).min(LocalDate::compareTo) : Optional.empty());
    }

    String gradeCode() {
        return grade.map(Grade::name).orElse(UNKNOWN);
    }

    private static int overdue(CreditReport report) {
        return report.defaulted() || report.dishonestDebtor() ? Math.max(DEFAULTED, report.currentOverdueDays()) : report.currentOverdueDays();
    }
}
