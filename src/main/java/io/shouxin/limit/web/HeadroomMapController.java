package io.shouxin.limit.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.limit.HeadroomMap;
import io.shouxin.limit.HeadroomMapView;
import io.shouxin.limit.HeadroomTrialView;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ShownHeadroom;
import io.shouxin.limit.TryAmount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map of headroom: officers see whole trees, a customer's own user the branch of his firm. */
@RestController
@RequestMapping({"/api/v1/headroom-map", "/camunda/api/shouxin/v1/headroom-map"})
@Tag(name = "Headroom map", description = "额度地图: the whole tree of a group with what each level has left, and amounts tried on it")
class HeadroomMapController {

    private final HeadroomMap map;
    private final MapNames names;
    private final CustomerRegister register;
    private final ShownHeadroom shown;
    private final Access access;
    private final BusinessClock clock;

    HeadroomMapController(HeadroomMap map, MapNames names, CustomerRegister register, ShownHeadroom shown, Access access, BusinessClock clock) {
        this.map = map;
        this.shown = shown;
        this.names = names;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    /** A customer without an account yet is shown where he will stand: beside the members of his group, if that has one. */
    @Operation(summary = "The tree of limits a customer or group stands in, from its root")
    @GetMapping
    HeadroomMapResource map(@RequestParam(required = false) String customerId, @RequestParam(required = false) String groupId) {
        if (blank(customerId) == blank(groupId)) {
            access.person();
            throw new RefusedException(Refusal.of("HEADROOM_OF_WHAT").at("customerId"));
        }
        if (!blank(groupId)) {
            Person officer = access.officer();
            HeadroomMapView view = map.of(LimitAccountId.of(group(groupId))).orElseThrow(Access.NotVisible::new);
            if (!shown.mayRead(officer, view)) {
                throw new Access.NotVisible();
            }
            return resource(view, true);
        }
        CustomerId customer = customer(customerId);
        Person reader = access.readerOf(customer);
        if (!reader.isOfficer()) {
            return map.branch(customer).map(view -> resource(view, true)).orElseGet(HeadroomMapResource::none);
        }
        Optional<HeadroomMapView> own = map.of(LimitAccountId.of(customer));
        Optional<HeadroomMapView> found = own.or(() -> register.find(customer).orElseThrow(Access.NotVisible::new).group()
                .flatMap(group -> map.of(LimitAccountId.of(group))));
        if (found.isEmpty()) {
            return HeadroomMapResource.none();
        }
        return shown.mayRead(reader, found.get()) ? resource(found.get(), own.isPresent()) : HeadroomMapResource.withheldFrom();
    }

    private HeadroomMapResource resource(HeadroomMapView view, boolean opened) {
        return HeadroomMapResource.of(view, opened, names.of(view), clock.today(), clock.instant());
    }

    /**
     * Holds nothing: the ledger decides when the amount is posted.
     *
     * @param account   such as {@code CUSTOMER:C-2026-000123}
     * @param amount    decimal text
     * @param purpose   {@code UNDER_CEILING}, or {@code NEW_CREDIT} for a credit still to be approved
     * @param inPlaceOf business number whose open reservations on the account would be given back first
     */
    @Operation(summary = "Whether an amount fits, level by level; read-only, the ledger decides when it is posted")
    @GetMapping("/trial")
    HeadroomTrialResource trial(@RequestParam String account, @RequestParam String amount, @RequestParam(defaultValue = "CNY") String currency,
                                @RequestParam(defaultValue = "UNDER_CEILING") ReservationPurpose purpose,
                                @RequestParam(required = false) String inPlaceOf) {
        Person reader = access.person();
        Optional<CustomerId> own = reader.isOfficer() ? Optional.empty() : Optional.of(reader.firm().orElseThrow(Access.NotVisible::new));
        LimitAccountId id = account(account);
        if (reader.isOfficer() && !reader.headOffice() && map.of(id).filter(view -> shown.mayRead(reader, view)).isEmpty()) {
            throw new Access.NotVisible();
        }
        TryAmount wish = new TryAmount(id, money(amount, currency), purpose, Optional.ofNullable(inPlaceOf).filter(text -> !text.isBlank()));
        Outcome<HeadroomTrialView> tried = own.map(firm -> map.trial(wish, firm)).orElseGet(() -> map.trial(wish));
        if (own.isPresent() && tried.refusals().stream().anyMatch(refusal -> refusal.code().equals("ACCOUNT_UNKNOWN"))) {
            throw new Access.NotVisible();
        }
        return HeadroomTrialResource.of(tried.orElseThrow());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Money money(String amount, String currency) {
        Money zero;
        try {
            zero = Money.of("0", currency);
        } catch (IllegalArgumentException unknown) {
            throw malformed("currency");
        }
        try {
            return Money.of(amount.strip(), zero.currency().getCurrencyCode());
        } catch (NumberFormatException | ArithmeticException unreadable) {
            throw malformed("amount");
        }
    }

    private static LimitAccountId account(String text) {
        try {
            return LimitAccountId.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw malformed("account");
        }
    }

    private static RefusedException malformed(String field) {
        return new RefusedException(Refusal.of("FORM_MALFORMED").at(field));
    }

    private static CustomerId customer(String id) {
        try {
            return new CustomerId(id);
        } catch (IllegalArgumentException e) {
            throw new Access.NotVisible();
        }
    }

    private static GroupId group(String id) {
        try {
            return new GroupId(id);
        } catch (IllegalArgumentException e) {
            throw new Access.NotVisible();
        }
    }
}
