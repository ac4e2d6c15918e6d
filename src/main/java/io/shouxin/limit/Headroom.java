package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws the picture of a customer's headroom from its accounts. */
final class Headroom {

    private Headroom() {
    }

    static HeadroomView of(CustomerId customer, List<Account> path, List<Account> facilities, LocalDate today) {
        Optional<Account> binding = path.stream().filter(account -> account.free() != null)
                .min(Comparator.comparing(Account::free));
        // A ceiling that grows with the credit reserved on it doesn't stand in the way of that credit.
        Optional<Account> bindingAfter = path.stream().filter(account -> !account.growsWhenConfirmed() && account.free() != null)
                .min(Comparator.comparing(Account::free));
        List<HeadroomView.Level> levels = new ArrayList<>();
        path.forEach(account -> levels.add(level(account, binding.filter(account::equals).isPresent(),
                bindingAfter.filter(account::equals).isPresent(), today)));
        facilities.forEach(account -> levels.add(level(account, false, false, today)));
        return new HeadroomView(customer, levels, binding.map(account -> account.money(account.free())), binding.map(Account::id),
                path.stream().allMatch(account -> account.status() == LimitAccountStatus.ACTIVE));
    }

    private static HeadroomView.Level level(Account account, boolean binds, boolean bindsAfter, LocalDate today) {
        boolean over = account.status() == LimitAccountStatus.ACTIVE && account.validTo() != null && account.validTo().isBefore(today);
        LimitAccountStatus status = over ? LimitAccountStatus.EXPIRED : account.status();
        BigDecimal free = over ? BigDecimal.ZERO : account.free();
        Account after = account.afterConfirmation();
        BigDecimal freeAfter = over ? BigDecimal.ZERO : after.free();
        return new HeadroomView.Level(account.id(), account.moneyOrUndefined(account.ceiling()), account.money(account.reserved()),
                account.money(account.committed()), account.money(account.utilised()), account.moneyOrUndefined(free), status, binds,
                account.moneyOrUndefined(after.ceiling()), account.moneyOrUndefined(freeAfter), bindsAfter);
    }
}
