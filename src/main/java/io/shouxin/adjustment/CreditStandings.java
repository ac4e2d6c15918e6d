package io.shouxin.adjustment;

import io.shouxin.customer.CreditReports;
import io.shouxin.kernel.CustomerId;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import io.shouxin.rating.RatingDesk;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks up how those stand who answer for an account. */
@Component
class CreditStandings {

    private final RatingDesk ratings;
    private final CreditReports reports;

    CreditStandings(RatingDesk ratings, CreditReports reports) {
        this.ratings = ratings;
        this.reports = reports;
    }

    CreditStanding of(LimitAccountId account, LimitTree tree) {
        List<CustomerId> whose = account.level() == LimitLevel.GROUP ? tree.members() : List.of(tree.customerId());
        return CreditStanding.of(whose.stream().map(ratings::latest).toList(), whose.stream().map(reports::latest).toList());
    }
}
