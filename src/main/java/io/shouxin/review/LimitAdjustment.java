package io.shouxin.review;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitLevel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings an approved conclusion into the limit ledger. A limit that is lowered first takes back what is not drawn under the
 * facilities, newest first; what is drawn stays, so the ceiling may end above the one decided until it is repaid.
 */
@Component
class LimitAdjustment {

    private static final String SOURCE = "review";

    private final LimitLedger ledger;
    private final BusinessClock clock;

    LimitAdjustment(LimitLedger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void apply(ReviewId review, CustomerId customer, ReviewConclusion conclusion, Money limit, PersonId actor) {
        LimitAccountId account = LimitAccountId.of(customer);
        LimitAccountView now = ledger.account(account).orElseThrow();
        Money ceiling = now.ceiling().orElse(limit);
        switch (conclusion) {
            case KEEP -> { }
            case RAISE -> {
                if (limit.compareTo(ceiling) > 0) {
                    ledger.increase(account, limit.minus(ceiling), key(review, "raise"), clock.today(), actor).orElseThrow();
                }
            }
            case LOWER -> lower(review, customer, now, limit, actor);
            case SUSPEND -> {
                if (now.status() == LimitAccountStatus.ACTIVE) {
                    ledger.suspend(account, key(review, "suspend"), clock.today(), actor).orElseThrow();
                }
            }
        }
    }

    private void lower(ReviewId review, CustomerId customer, LimitAccountView before, Money limit, PersonId actor) {
        Money excess = before.exposure().minus(limit);
        List<LimitAccountView> facilities = ledger.accounts(customer).stream()
                .filter(account -> account.id().level() == LimitLevel.FACILITY && account.status() == LimitAccountStatus.ACTIVE).toList();
        for (int i = facilities.size() - 1; i >= 0 && excess.isPositive(); i--) {
            LimitAccountView facility = facilities.get(i);
            Money cut = facility.committed().minus(facility.utilised()).min(excess);
            if (cut.isPositive()) {
                ledger.decrease(facility.id(), cut, key(review, "lower/" + facility.id().number()), clock.today(), actor).orElseThrow();
                excess = excess.minus(cut);
            }
        }
        LimitAccountView now = ledger.account(before.id()).orElseThrow();
        Money reached = limit.max(now.exposure());
        now.ceiling().filter(ceiling -> ceiling.compareTo(reached) > 0).ifPresent(ceiling ->
                ledger.decrease(now.id(), ceiling.minus(reached), key(review, "lower"), clock.today(), actor).orElseThrow());
    }

    private static LedgerKey key(ReviewId review, String act) {
        return new LedgerKey(SOURCE, review + "/" + act);
    }
}
