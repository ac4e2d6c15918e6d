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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits without an application: for tests that begin where the limit stands. */
public final class Limits {

    private static final PersonId OFFICER = new PersonId("analyst");
    private static final AtomicInteger FACILITIES = new AtomicInteger();

    private Limits() {
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
}
