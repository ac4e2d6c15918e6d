package io.shouxin.rating;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyInputMissing;
import io.shouxin.policy.PolicyVersionUnknown;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains ratings: what fired, what may go wrong, what would better the grade. */
@Service
@Transactional(readOnly = true)
public class RatingReports {

    private static final String RISK_POINTS = "risk-points";

    private final RatingDesk ratings;
    private final RatingReruns reruns;
    private final CustomerRegister customers;
    private final PolicyBook policies;

    RatingReports(RatingDesk ratings, RatingReruns reruns, CustomerRegister customers, PolicyBook policies) {
        this.ratings = ratings;
        this.reruns = reruns;
        this.customers = customers;
        this.policies = policies;
    }

    public Optional<RatingReport> of(RatingId id) {
        return ratings.find(id).map(this::of);
    }

    private RatingReport of(RatingView rating) {
        return new RatingReport(rating, customers.find(rating.customer()).orElseThrow(), ratings.before(rating), risks(rating),
                expectations(rating), suggestion(rating), reruns.rerun(rating).agrees());
    }

    /** What would better the grade; also for a rating nobody prints a report of. */
    public RatingExpectations expectations(RatingView rating) {
        try {
            return new WhatIf(rating, policies.pinned(rating.policyVersions()), code -> kind(rating, code)
                    .map(row -> row.flag("byCustomer")).orElse(false)).expectations();
        } catch (PolicyVersionUnknown | PolicyInputMissing cannotBeToldAgain) {
            // The report says that the rating does not come out again; what would better it cannot be said then.
            return RatingExpectations.NONE;
        }
    }

    private List<RiskPoint> risks(RatingView rating) {
        return rating.lines().stream().filter(line -> !line.strong() && line.shortfall().signum() > 0)
                .flatMap(line -> kind(rating, line.characteristic()).map(row -> point(line, row)).stream())
                .sorted(Comparator.comparing(RiskPoint::pointsMissed).reversed().thenComparing(RiskPoint::characteristic)).toList();
    }

    private static RiskPoint point(ScoreLine line, MatchedRow row) {
        return new RiskPoint(RiskPoint.Type.valueOf(row.text("riskType")), line.characteristic(), line.valueText(), line.reasonCode(),
                line.shortfall(), line.points().signum() == 0, row.text("measure"));
    }

    private Optional<MatchedRow> kind(RatingView rating, String characteristic) {
        return policies.evaluate(RISK_POINTS, rating.asOf(), Map.of("characteristic", characteristic)).first();
    }

    private static String suggestion(RatingView rating) {
        if (rating.knockedOut() || rating.grade() == Grade.POOR) {
            return "NO_NEW_CREDIT";
        }
        return switch (rating.grade()) {
            case EXCELLENT -> "BEST_TERMS";
            case GOOD -> "STANDARD_TERMS";
            case FAIR -> "SECURED_TERMS";
            default -> "REDUCE_AND_SECURE";
        };
    }
}
