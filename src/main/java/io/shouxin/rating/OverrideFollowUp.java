package io.shouxin.rating;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.rating.OverrideReport.Case;
import io.shouxin.rating.OverrideReport.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks back at expert overrides: how many there were beside all ratings, and who was right. */
@Service
@Transactional(readOnly = true)
public class OverrideFollowUp {

    /** Days past due from which an upgraded customer speaks against his upgrade. */
    private static final int OVERDUE_DAYS = 30;
    private static final Set<OverrideStatus> CAME_INTO_FORCE =
            EnumSet.of(OverrideStatus.IN_FORCE, OverrideStatus.EXPIRED, OverrideStatus.SUPERSEDED);

    private final RatingOverrides overrides;
    private final Ratings ratings;
    private final CreditReports reports;

    OverrideFollowUp(RatingOverrides overrides, Ratings ratings, CreditReports reports) {
        this.overrides = overrides;
        this.ratings = ratings;
        this.reports = reports;
    }

    /** @param from first and @param to last day of the period, both included */
    public OverrideReport between(LocalDate from, LocalDate to) {
        Instant start = from.atStartOfDay(BusinessClock.ZONE).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        List<Case> cases = overrides.findByRequestedAtGreaterThanEqualAndRequestedAtLessThanOrderByRequestedAt(start, end).stream()
                .map(RatingOverride::view).map(this::followed).toList();
        List<Case> counted = cases.stream().filter(each -> CAME_INTO_FORCE.contains(each.status())).toList();
        int upgrades = (int) counted.stream().filter(each -> each.modelGrade().isWeakerThan(each.grade())).count();
        int rated = ratings.customersScored(start, end);
        Optional<BigDecimal> rate = rated == 0 ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(counted.size()).divide(BigDecimal.valueOf(rated), 4, RoundingMode.HALF_UP));
        return new OverrideReport(from, to, rated, counted.size(), rate, upgrades, counted.size() - upgrades,
                (int) cases.stream().filter(each -> each.status() == OverrideStatus.REFUSED).count(), cases);
    }

    private Case followed(OverrideView override) {
        RatingView now = ratings.of(override.customer(), 1).get(0);
        Optional<CreditReport> report = reports.latest(override.customer())
                .filter(newest -> newest.asOf().isAfter(LocalDate.ofInstant(override.requestedAt(), BusinessClock.ZONE)));
        Optional<Integer> overdue = report.map(CreditReport::currentOverdueDays);
        return new Case(override.id(), override.customer(), override.modelGrade(), override.grade(), override.reasonCode(),
                override.status(), LocalDate.ofInstant(override.requestedAt(), BusinessClock.ZONE), now.modelGrade(), now.knockedOut(),
                overdue, verdict(override, now, overdue, report));
    }

    private static Verdict verdict(OverrideView override, RatingView now, Optional<Integer> overdue, Optional<CreditReport> report) {
        boolean wentWrong = now.knockedOut() || overdue.filter(days -> days >= OVERDUE_DAYS).isPresent()
                || report.filter(CreditReport::defaulted).isPresent();
        boolean up = override.notches() > 0;
        if (wentWrong) {
            return up ? Verdict.CONTRADICTED : Verdict.CONFIRMED;
        }
        int moved = now.modelGrade().stepsAbove(override.modelGrade());
        if (moved == 0) {
            return Verdict.OPEN;
        }
        return moved > 0 == up ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
    }
}
