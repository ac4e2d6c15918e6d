package io.shouxin.adjustment;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitLevel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes a ceiling down (压降额度). A customer's ceiling first takes back what is not drawn under his facilities, newest first; what is
 * drawn stays, so the ceiling may end above the one decided until it is repaid. Every step has a key of its own under the
 * caller's, so that repeating it changes nothing.
 */
@Component
public class CeilingCut {

    private final LimitLedger ledger;
    private final BusinessClock clock;

    CeilingCut(LimitLedger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws io.shouxin.kernel.RefusedException with what the ledger refuses; the caller's transaction is to be rolled back */
    public void to(LimitAccountId account, Money ceiling, LedgerKey key, PersonId actor) {
        switch (account.level()) {
            case CUSTOMER -> customer(account, ceiling, key, actor);
            case GROUP, POOL -> lower(account, ledger.account(account).orElseThrow().ceiling().orElse(ceiling), ceiling, key, actor);
            case FACILITY, SUB_FACILITY -> lower(account, ledger.account(account).orElseThrow().committed(), ceiling, key, actor);
        }
    }

    private void customer(LimitAccountId account, Money ceiling, LedgerKey key, PersonId actor) {
        LimitTree.cuts(ledger.account(account).orElseThrow(), facilities(account), ceiling, clock.today())
                .forEach((facility, cut) -> ledger.decrease(facility.id(), cut, under(key, facility.id()), clock.today(), actor).orElseThrow());
        LimitAccountView now = ledger.account(account).orElseThrow();
        now.ceiling().ifPresent(before -> lower(account, before, ceiling.max(now.exposure()), key, actor));
    }

    private void lower(LimitAccountId account, Money before, Money after, LedgerKey key, PersonId actor) {
        if (before.compareTo(after) > 0) {
            ledger.decrease(account, before.minus(after), key, clock.today(), actor).orElseThrow();
        }
    }

    /** Takes a cut back as a whole, with everything it took from facilities; what it never took is left alone. */
    public void takeBack(LimitAccountId account, LedgerKey key, String undoing, PersonId actor) {
        List<LedgerKey> steps = new ArrayList<>(List.of(key));
        if (account.level() == LimitLevel.CUSTOMER) {
            facilities(account).forEach(facility -> steps.add(under(key, facility.id())));
        }
        for (LedgerKey step : steps) {
            Outcome<LedgerReceipt> reversed = ledger.reverse(step, new LedgerKey(undoing, step.key()), clock.today(), actor);
            boolean neverTaken = reversed.refusals().stream().map(Refusal::code).anyMatch("COMMAND_UNKNOWN"::equals);
            if (!neverTaken) {
                reversed.orElseThrow();
            }
        }
    }

    private List<LimitAccountView> facilities(LimitAccountId customer) {
        return ledger.accounts(new CustomerId(customer.number())).stream().filter(account -> account.id().level() == LimitLevel.FACILITY).toList();
    }

    private static LedgerKey under(LedgerKey key, LimitAccountId facility) {
        return new LedgerKey(key.source(), key.key() + "/" + facility.number());
    }
}
