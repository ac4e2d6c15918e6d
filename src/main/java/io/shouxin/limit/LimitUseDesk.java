package io.shouxin.limit;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.check.CallerKey;
import io.shouxin.limit.check.FirstUses;
import io.shouxin.limit.check.PastUses;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Use of limits as programs report it (用信登记): draws, repayments, orders that became use. Each once per key, valued today; new use by a
 * blocked customer is refused, and the first use of a facility where {@link FirstUse} says so; giving back never is.
 */
@Service
public class LimitUseDesk {

    private final LimitLedger ledger;
    private final CustomerRegister register;
    private final BusinessClock clock;
    private final PastUses past;
    private final FirstUse first;

    LimitUseDesk(LimitLedger ledger, CustomerRegister register, BusinessClock clock, JdbcClient jdbc, FirstUse first) {
        this.ledger = ledger;
        this.register = register;
        this.clock = clock;
        this.past = new PastUses(jdbc);
        this.first = first;
    }

    public Outcome<LedgerReceipt> draw(LimitAccountId account, Money amount, Optional<String> product, String key, PersonId caller) {
        return once(key, caller, ledgerKey -> unlessBarred(account, ledgerKey)
                .then(allowed -> ledger.draw(account, amount, product, ledgerKey, clock.today(), caller)));
    }

    public Outcome<LedgerReceipt> repay(LimitAccountId account, Money amount, String key, PersonId caller) {
        return once(key, caller, ledgerKey -> ledger.repay(account, amount, ledgerKey, clock.today(), caller));
    }

    /**
     * Takes one draw or repayment of the account back, once.
     *
     * @param bookedBy login under which it was booked
     * @param booked   its key
     */
    public Outcome<LedgerReceipt> reverse(LimitAccountId account, PersonId bookedBy, String booked, String key, PersonId caller) {
        return once(key, caller, ledgerKey -> CallerKey.of(bookedBy, booked).then(pastKey -> past.verb(pastKey, account)
                .map(verb -> verb == LimitVerb.DRAW || verb == LimitVerb.REPAY ? ledger.reverse(pastKey, ledgerKey, clock.today(), caller)
                        : Outcome.<LedgerReceipt>refused(Refusal.of("NOT_REVERSIBLE").with("verb", "limitVerb." + verb)))
                .orElseGet(() -> Outcome.refused(Refusal.of("COMMAND_UNKNOWN").with("source", bookedBy).with("key", booked)))));
    }

    /** Turns what an order holds on a facility into its use; the rest is released. */
    public Outcome<LedgerReceipt> use(ReservationId reservation, Money amount, String key, PersonId caller) {
        return once(key, caller, ledgerKey -> ledger.reservation(reservation).map(held -> unlessBarred(held.account(), ledgerKey)
                        .then(allowed -> amount.currency().equals(held.amount().currency()) ? Outcome.done(allowed)
                                : Outcome.<LimitAccountId>refused(Refusal.of("CURRENCY_MISMATCH").at("currency")
                                        .with("expected", held.amount().currency()).with("given", amount.currency())))
                        .then(allowed -> ledger.confirmUse(reservation, amount, ledgerKey, clock.today(), caller)))
                .orElseGet(() -> Outcome.refused(Refusal.of("RESERVATION_UNKNOWN").with("reservation", reservation))));
    }

    /** Gives back what was held for an order. Credit under way is released by its case, not here: {@code RESERVATION_OF_A_CASE}. */
    public Outcome<LedgerReceipt> release(ReservationId reservation, String key, PersonId caller) {
        return once(key, caller, ledgerKey -> {
            boolean ofACase = ledger.reservation(reservation).filter(held -> held.purpose() == ReservationPurpose.NEW_CREDIT).isPresent();
            return ofACase ? Outcome.refused(Refusal.of("RESERVATION_OF_A_CASE").with("reservation", reservation))
                    : ledger.release(reservation, ledgerKey, clock.today(), caller);
        });
    }

    public Optional<ReservationView> reservation(ReservationId reservation) {
        return ledger.reservation(reservation);
    }

    private static Outcome<LedgerReceipt> once(String key, PersonId caller, Function<LedgerKey, Outcome<LedgerReceipt>> command) {
        return CallerKey.of(caller, key).then(command);
    }

    /** Neither a blocked customer's, nor the first use of a facility whose approval no longer stands on what it rested on. */
    private Outcome<LimitAccountId> unlessBarred(LimitAccountId account, LedgerKey key) {
        if (past.stands(key)) {
            return Outcome.done(account);
        }
        List<LimitAccountView> line = ledger.line(account);
        Optional<CustomerId> owner = line.stream().map(LimitAccountView::id).filter(id -> id.level() == LimitLevel.CUSTOMER).findFirst()
                .map(id -> new CustomerId(id.number()));
        Optional<CustomerView> customer = owner.flatMap(register::find);
        Optional<Refusal> against = customer.filter(CustomerView::blocked).map(blocked -> Refusal.of("CUSTOMER_BLOCKED").with("customer", blocked.name()))
                .or(() -> new FirstUses(first, past, owner.stream().toList()).against(line, clock.today()));
        return against.<Outcome<LimitAccountId>>map(Outcome::refused).orElseGet(() -> Outcome.done(account));
    }
}
