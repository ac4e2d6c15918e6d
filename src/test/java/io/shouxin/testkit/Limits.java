package io.shouxin.testkit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Judgement;
import io.shouxin.rating.RateCustomer;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits without an application: for tests that begin where the limit stands. */
public final class Limits {

    private static final PersonId OFFICER = new PersonId("analyst");
    private static final AtomicInteger FACILITIES = new AtomicInteger();

    private Limits() {
    }

    /** A firm rated strong, whose limit came in dollars with another book: all of it one facility, partly drawn. */
    public static ApplicationCase inDollars(Bank bank, String limit, String drawn) {
        ApplicationCase firm = rated(bank);
        bank.ledger.openCustomer(firm.customer(), Optional.empty(), Currency.getInstance("USD"), OFFICER).orElseThrow();
        facility(bank, firm.customer(), Money.of(limit, "USD"), Money.of(limit, "USD"), Money.of(drawn, "USD"));
        return firm;
    }

    /** A firm rated strong without a limit. */
    public static ApplicationCase rated(Bank bank) {
        ApplicationCase firm = bank.anApplication().known();
        bank.ratings.rate(new RateCustomer(firm.customer(), firm.customer().value(), "rating", bank.clock.today(),
                Assessment.ofFirm(Judgement.STRONG, Judgement.STRONG, Judgement.STRONG, Judgement.STRONG, "复核")), OFFICER);
        return firm;
    }

    /** Opens a revolving facility of a customer who has an account, in any currency, and draws on it. @param held in the currency of that account */
    public static LimitAccountId facility(Bank bank, CustomerId customer, Money held, Money amount, Money drawn) {
        FacilityId facility = new FacilityId("F-test-" + FACILITIES.incrementAndGet());
        bank.ledger.reserve(new ReserveLimit(customer, held, ReservationPurpose.NEW_CREDIT, facility.value(), bank.clock.today().plusDays(30), Optional.empty()),
                new LedgerKey("test", "reserve " + facility), bank.clock.today(), OFFICER).then(receipt -> bank.ledger.confirm(receipt.reservation().orElseThrow(),
                List.of(new FacilityCommitment(facility, amount, true, bank.clock.today().plusDays(300))), new LedgerKey("test", "confirm " + facility),
                bank.clock.today(), OFFICER)).orElseThrow();
        bank.ledger.draw(LimitAccountId.of(facility), drawn, new LedgerKey("test", "draw " + facility), bank.clock.today(), OFFICER).orElseThrow();
        return LimitAccountId.of(facility);
    }

    /** Opens a revolving facility for 90 days, of a customer in a group of its own without a ceiling. */
    public static LimitAccountId facility(Bank bank, CustomerId customer, String yuan) {
        FacilityId facility = new FacilityId("F-test-" + FACILITIES.incrementAndGet());
        bank.ledger.openCustomer(customer, Optional.of(new GroupId("G-test-" + customer)), Money.CNY, OFFICER).orElseThrow();
        LedgerReceipt held = bank.ledger.reserve(new ReserveLimit(customer, Money.cny(yuan), ReservationPurpose.NEW_CREDIT, "CA-test",
                bank.clock.today().plusDays(5), Optional.empty()), new LedgerKey("test", "reserve " + facility), bank.clock.today(), OFFICER).orElseThrow();
        bank.ledger.confirm(held.reservation().orElseThrow(), List.of(new FacilityCommitment(facility, Money.cny(yuan), true,
                bank.clock.today().plusDays(90))), new LedgerKey("test", "confirm " + facility), bank.clock.today(), OFFICER).orElseThrow();
        return LimitAccountId.of(facility);
    }

    /** Does something while no rate of the dollar is on file. */
    public static void withoutRatesOfTheDollar(JdbcClient jdbc, Runnable work) {
        jdbc.sql("UPDATE exchange_rate SET currency = 'XXX' WHERE currency = 'USD'").update();
        try {
            work.run();
        } finally {
            jdbc.sql("UPDATE exchange_rate SET currency = 'USD' WHERE currency = 'XXX'").update();
        }
    }
}
