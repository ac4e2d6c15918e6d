package io.shouxin.limit.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LedgerHistory;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitEntryView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.PastBalancesView;
import io.shouxin.limit.ShownHeadroom;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The limit ledger, to read: headroom of a customer, entries of an account. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class LimitController {

    private static final int MOST_ENTRIES = 1000;

    private final LimitLedger ledger;
    private final LedgerHistory history;
    private final ShownHeadroom shown;
    private final Access access;
    private final BusinessClock clock;

    LimitController(LimitLedger ledger, LedgerHistory history, ShownHeadroom shown, Access access, BusinessClock clock) {
        this.ledger = ledger;
        this.history = history;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    /** Headroom per level. A customer's own user sees the levels of his firm, not those of its group. */
    @GetMapping("/headroom")
    HeadroomResource headroom(@RequestParam String customerId) {
        CustomerId customer = customer(customerId);
        Person reader = access.readerOf(customer);
        HeadroomView view = ledger.headroom(customer).orElseThrow(Access.NotVisible::new);
        if (!reader.isOfficer()) {
            return HeadroomResource.withoutGroup(view);
        }
        return HeadroomResource.of(shown.to(reader, view));
    }

    /**
     * Entries of an account such as {@code CUSTOMER:C-2026-000123}, oldest first; for officers.
     *
     * @param after number of an entry to go on behind
     * @param most  1 to 1,000; every entry if it isn't given
     */
    @GetMapping("/limit-accounts/{id}/entries")
    List<EntryResource> entries(@PathVariable String id, @RequestParam(defaultValue = "0") long after,
                                @RequestParam(required = false) Integer most) {
        Person reader = access.officer();
        LimitAccountId account = account(id);
        if (ledger.account(account).isEmpty() || !shown.mayRead(reader, account)) {
            throw new Access.NotVisible();
        }
        List<LimitEntryView> entries = most == null && after == 0 ? history.entries(account)
                : history.entries(account, after, most == null ? MOST_ENTRIES : most);
        return entries.stream().map(EntryResource::of).toList();
    }

    /** What stood on an account at the end of a day, by what counted as done by then (起息日口径); for officers. */
    @GetMapping("/limit-accounts/{id}/balances")
    PastBalancesResource balances(@PathVariable String id, @RequestParam LocalDate asOf) {
        Person reader = access.officer();
        LimitAccountId account = account(id);
        if (!shown.mayRead(reader, account)) {
            throw new Access.NotVisible();
        }
        if (asOf.isAfter(clock.today())) {
            throw new RefusedException(List.of(Refusal.of("BALANCE_DATE_IN_THE_FUTURE").at("asOf").with("asOf", asOf).with("today", clock.today())));
        }
        return history.asOf(account, asOf).map(view -> PastBalancesResource.of(view, asOf)).orElseThrow(Access.NotVisible::new);
    }

    private static CustomerId customer(String id) {
        try {
            return new CustomerId(id);
        } catch (IllegalArgumentException e) {
            throw new Access.NotVisible();
        }
    }

    private static LimitAccountId account(String id) {
        try {
            return LimitAccountId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Access.NotVisible();
        }
    }

    /** @param free absent if no level has a ceiling */
    record HeadroomResource(String customerId, String free, String bindingAccount, boolean openForNew, List<LevelResource> levels) {

        static HeadroomResource of(HeadroomView view) {
            return new HeadroomResource(view.customer().value(), plain(view.free()), view.binding().map(LimitAccountId::value).orElse(null),
                    view.openForNew(), view.levels().stream().map(LevelResource::of).toList());
        }

        static HeadroomResource withoutGroup(HeadroomView view) {
            List<HeadroomView.Level> own = view.levels().stream().filter(level -> level.account().level().compareTo(LimitLevel.CUSTOMER) >= 0).toList();
            return new HeadroomResource(view.customer().value(), own.stream().findFirst().map(level -> plain(level.free())).orElse(null),
                    null, view.openForNew(), own.stream().map(LevelResource::of).toList());
        }
    }

    /** One level; amounts as decimal strings, absent where undefined. */
    record LevelResource(String account, String level, String currency, String ceiling, String reserved, String committed,
                         String utilised, String free, String status, boolean binds, String ceilingAfter, String freeAfter,
                         boolean bindsAfter) {

        static LevelResource of(HeadroomView.Level level) {
            return new LevelResource(level.account().value(), level.account().level().name(),
                    level.reserved().currency().getCurrencyCode(), plain(level.ceiling()), plain(level.reserved()),
                    plain(level.committed()), plain(level.utilised()), plain(level.free()), level.status().name(), level.binds(),
                    plain(level.ceilingAfter()), plain(level.freeAfter()), level.bindsAfter());
        }
    }

    /** @param ceiling absent if it was undefined */
    record PastBalancesResource(String account, LocalDate asOf, String currency, String ceiling, String reserved, String committed,
                                String utilised, String setAside, String excess) {

        static PastBalancesResource of(PastBalancesView view, LocalDate asOf) {
            return new PastBalancesResource(view.account().value(), asOf, view.reserved().currency().getCurrencyCode(), plain(view.ceiling()),
                    plain(view.reserved()), plain(view.committed()), plain(view.utilised()), plain(view.setAside()), plain(view.excess()));
        }
    }

    record EntryResource(long entryId, String account, String verb, String source, String key, String currency, String ceilingChange,
                         String reservedChange, String committedChange, String utilisedChange, String reservation, LocalDate valueDate,
                         Instant bookedAt, String actor) {

        static EntryResource of(LimitEntryView entry) {
            return new EntryResource(entry.entryId(), entry.account().value(), entry.verb().name(), entry.key().source(),
                    entry.key().key(), entry.currency(), plain(entry.ceilingChange()), plain(entry.reservedChange()),
                    plain(entry.committedChange()), plain(entry.utilisedChange()), entry.reservation(), entry.valueDate(),
                    entry.bookedAt(), entry.actor());
        }
    }

    private static String plain(Optional<Money> money) {
        return money.map(LimitController::plain).orElse(null);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
