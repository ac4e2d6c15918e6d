package io.shouxin.limit.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitUseDesk;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import io.shouxin.limit.ShownHeadroom;
import io.shouxin.limit.check.AmountReader;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Use of limits by the programs that book orders and loans. Each command carries an {@code Idempotency-Key}; customers never book. */
@RestController
@Tag(name = "Credit checks", description = "用信查询: may this customer buy or draw so much, and the use of limits by programs")
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class LimitUseController {

    /** Who may hold room for an order and give it back. */
    static final Role[] HOLDING = {Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR};
    /** Who may take bookings back: managers, so that who books by mistake doesn't hide it. */
    private static final Role[] REVERSING = {Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR};
    private static final String KEY = "Idempotency-Key";

    private final LimitUseDesk desk;
    private final ShownHeadroom shown;
    private final Access access;

    LimitUseController(LimitUseDesk desk, ShownHeadroom shown, Access access) {
        this.desk = desk;
        this.shown = shown;
        this.access = access;
    }

    @GetMapping("/limit-reservations/{id}")
    HeldResource reservation(@PathVariable String id) {
        Person reader = access.officer();
        return desk.reservation(reservationId(id)).filter(held -> shown.mayRead(reader, held.account())).map(HeldResource::of).orElseThrow(Access.NotVisible::new);
    }

    /** Turns what an order holds into its use; the rest is released. */
    @PostMapping("/limit-reservations/{id}/use")
    ReceiptResource use(@PathVariable String id, @RequestBody Sum sum, @RequestHeader(name = KEY, required = false) String key) {
        Person caller = access.personIn(HOLDING);
        return ReceiptResource.of(sum.read().then(amount -> desk.use(visible(reservationId(id), caller), amount, key, caller.id())));
    }

    @PostMapping("/limit-reservations/{id}/release")
    ReceiptResource release(@PathVariable String id, @RequestHeader(name = KEY, required = false) String key) {
        Person caller = access.personIn(HOLDING);
        return ReceiptResource.of(desk.release(visible(reservationId(id), caller), key, caller.id()));
    }

    @PostMapping("/limit-accounts/{id}/draws")
    ReceiptResource draw(@PathVariable String id, @RequestBody Sum sum, @RequestHeader(name = KEY, required = false) String key) {
        Person caller = access.personIn(HOLDING);
        return ReceiptResource.of(sum.read().then(amount -> account(id, caller).then(account ->
                desk.draw(account, amount, Optional.ofNullable(sum.product()), key, caller.id()))));
    }

    @PostMapping("/limit-accounts/{id}/repayments")
    ReceiptResource repay(@PathVariable String id, @RequestBody Sum sum, @RequestHeader(name = KEY, required = false) String key) {
        Person caller = access.personIn(HOLDING);
        return ReceiptResource.of(sum.read().then(amount -> account(id, caller).then(account -> desk.repay(account, amount, key, caller.id()))));
    }

    /** Takes one draw or repayment back. */
    @PostMapping("/limit-accounts/{id}/reversals")
    ReceiptResource reverse(@PathVariable String id, @RequestBody Booked booked, @RequestHeader(name = KEY, required = false) String key) {
        Person caller = access.personIn(REVERSING);
        PersonId bookedBy = booked.bookedBy() == null ? caller.id() : new PersonId(booked.bookedBy());
        return ReceiptResource.of(account(id, caller).then(account -> desk.reverse(account, bookedBy, booked.idempotencyKey(), key, caller.id())));
    }

    private ReservationId visible(ReservationId id, Person caller) {
        if (desk.reservation(id).filter(held -> !shown.mayRead(caller, held.account())).isPresent()) {
            throw new Access.NotVisible();
        }
        return id;
    }

    private Outcome<LimitAccountId> account(String id, Person caller) {
        try {
            LimitAccountId account = LimitAccountId.parse(id);
            if (!shown.mayRead(caller, account)) {
                throw new Access.NotVisible();
            }
            return Outcome.done(account);
        } catch (IllegalArgumentException noAccount) {
            return Outcome.refused(Refusal.of("ACCOUNT_UNKNOWN").with("account", id));
        }
    }

    private static ReservationId reservationId(String id) {
        try {
            return new ReservationId(id);
        } catch (IllegalArgumentException noReservation) {
            throw new Access.NotVisible();
        }
    }

    /**
     * An amount to be booked today.
     *
     * @param currency CNY if left out
     * @param product  for draws on accounts with a list of products
     */
    record Sum(String amount, String currency, String product) {

        Outcome<Money> read() {
            return AmountReader.currency(currency).then(read -> AmountReader.positive("amount", amount, read));
        }
    }

    /** @param bookedBy login that booked it; the caller himself if left out */
    record Booked(String bookedBy, String idempotencyKey) {
    }

    record HeldResource(String reservationId, String account, String subject, String purpose, String product, String currency, String amount,
                        String used, String status, LocalDate expiresOn) {

        static HeldResource of(ReservationView view) {
            return new HeldResource(view.id().value(), view.account().value(), view.subject(), view.purpose().name(), view.product().orElse(null),
                    view.amount().currency().getCurrencyCode(), CreditAnswerResource.plain(view.amount()), CreditAnswerResource.plain(view.confirmed()),
                    view.status().name(), view.expiresOn());
        }
    }

    /** Proof that the ledger has it; a repeated command hears the first one's. */
    record ReceiptResource(String verb, String account, String currency, String amount, String reserved, String utilised, String freeAfter,
                           String reservationId) {

        static ReceiptResource of(Outcome<LedgerReceipt> outcome) {
            LedgerReceipt receipt = outcome.orElseThrow();
            return new ReceiptResource(receipt.verb().name(), receipt.account().value(), receipt.amount().currency().getCurrencyCode(),
                    CreditAnswerResource.plain(receipt.amount()), CreditAnswerResource.plain(receipt.balances().reserved()),
                    CreditAnswerResource.plain(receipt.balances().utilised()), receipt.freeAfter().map(CreditAnswerResource::plain).orElse(null),
                    receipt.reservation().map(ReservationId::value).orElse(null));
        }
    }
}
