package io.shouxin.limit.ledger;

import io.shouxin.limit.PastBalancesView;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** Tells past balances by taking from today's what came later: near days are cheap, and that is what is asked most. */
public final class PastBalances {

    private PastBalances() {
    }

    public static PastBalancesView of(Account now, Journal journal, LocalDate valueDate) {
        return before(now, journal.changesAfter(now.id(), valueDate),
                journal.ceilingBefore(now.id(), "value_date", Date.valueOf(valueDate)));
    }

    public static PastBalancesView of(Account now, Journal journal, Instant moment) {
        return before(now, journal.changesAfter(now.id(), moment),
                journal.ceilingBefore(now.id(), "booked_at", Timestamp.from(moment)));
    }

    private static PastBalancesView before(Account now, Balances later, BigDecimal ceiling) {
        Balances is = now.balances();
        return new PastBalancesView(now.id(), now.moneyOrUndefined(ceiling), now.money(is.reserved().subtract(later.reserved())),
                now.money(is.committed().subtract(later.committed())), now.money(is.utilised().subtract(later.utilised())),
                now.money(is.setAside().subtract(later.setAside())), now.money(is.excess().subtract(later.excess())));
    }
}
