package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives temporary room by raising the ceiling, and takes it back by lowering it as far as it is free. */
@Component
class CeilingRoom implements TemporaryRoom {

    private final LimitLedger ledger;
    private final TemporaryExceptions exceptions;

    CeilingRoom(LimitLedger ledger, TemporaryExceptions exceptions) {
        this.ledger = ledger;
        this.exceptions = exceptions;
    }

    @Override
    public Outcome<LedgerReceipt> allowTemporarily(LimitAccountId account, Money extra, LocalDate until, LedgerKey key, LocalDate valueDate,
                                                   PersonId actor) {
        return ledger.increase(account, extra, key, valueDate, actor);
    }

    /** Takes back what the account's exceptions still hold. */
    @Override
    public Outcome<LedgerReceipt> endTemporary(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LimitAccountView now = ledger.account(account).orElseThrow();
        Money zero = Money.zero(now.committed().currency());
        List<TemporaryException> holding = exceptions.findByAccountIdAndStillOutGreaterThan(account.value(), BigDecimal.ZERO);
        Money out = holding.stream().map(TemporaryException::stillOut).reduce(zero, Money::plus);
        Money free = now.free().orElse(zero).max(zero).min(out);
        return free.isPositive() ? ledger.decrease(account, free, key, valueDate, actor)
                : Outcome.refused(Refusal.of("TEMPORARY_ROOM_IN_USE").with("account", account.number()).with("out", out));
    }
}
