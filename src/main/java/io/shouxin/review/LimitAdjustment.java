package io.shouxin.review;

import io.shouxin.adjustment.CeilingCut;
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
import org.springframework.stereotype.Component;

/** Brings an approved conclusion into the limit ledger; a limit is lowered as {@link CeilingCut} does it. */
@Component
class LimitAdjustment {

    private static final String SOURCE = "review";

    private final LimitLedger ledger;
    private final CeilingCut cut;
    private final BusinessClock clock;

    LimitAdjustment(LimitLedger ledger, CeilingCut cut, BusinessClock clock) {
        this.ledger = ledger;
        this.cut = cut;
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
            case LOWER -> cut.to(account, limit, key(review, "lower"), actor);
            case SUSPEND -> {
                if (now.status() == LimitAccountStatus.ACTIVE) {
                    ledger.suspend(account, key(review, "suspend"), clock.today(), actor).orElseThrow();
                }
            }
        }
    }

    private static LedgerKey key(ReviewId review, String act) {
        return new LedgerKey(SOURCE, review + "/" + act);
    }
}
