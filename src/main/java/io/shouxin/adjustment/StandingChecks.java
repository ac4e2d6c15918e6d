package io.shouxin.adjustment;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions about those who answer for an account, which changes and exceptions share: no overdue, a rating of late. */
final class StandingChecks {

    private StandingChecks() {
    }

    /** @param field the form field a broken condition is shown beside */
    static List<RuleCheck> of(CreditStanding standing, boolean noOverdue, Optional<Integer> reportDays, Optional<Integer> ratingDays,
                              LocalDate today, String field) {
        List<RuleCheck> checks = new ArrayList<>();
        if (noOverdue) {
            checks.add(standing.overdueDays().map(days -> RuleCheck.of("NO_OVERDUE", days == 0, "0", String.valueOf(days),
                            Refusal.of("ADJUSTMENT_WHILE_OVERDUE").at(field).with("days", days)))
                    .orElseGet(() -> RuleCheck.toVerify("NO_OVERDUE", "0", "CREDIT_REPORT", field)));
            Refusal tooOld = Refusal.of("ADJUSTMENT_REPORT_TOO_OLD").at(field);
            reportDays.ifPresent(most -> checks.add(age("REPORT_AGE", standing.reportedOn(), most, today, "CREDIT_REPORT", tooOld)));
        }
        Refusal tooOld = Refusal.of("ADJUSTMENT_RATING_TOO_OLD").at(field);
        ratingDays.ifPresent(most -> checks.add(age("RATING_AGE", standing.ratedOn(), most, today, "RATING", tooOld)));
        return checks;
    }

    private static RuleCheck age(String rule, Optional<LocalDate> of, int most, LocalDate today, String fact, Refusal tooOld) {
        return of.map(day -> RuleCheck.of(rule, !day.plusDays(most).isBefore(today), String.valueOf(most), day.toString(),
                        tooOld.with("day", day).with("days", most)))
                .orElseGet(() -> RuleCheck.toVerify(rule, String.valueOf(most), fact, tooOld.field()));
    }

    /** A share as people read it, e.g. {@code 12.5%}. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
