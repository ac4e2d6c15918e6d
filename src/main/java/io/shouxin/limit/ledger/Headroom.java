package io.shouxin.limit.ledger;

import io.shouxin.kernel.CustomerId;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitAccountStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws the picture of a customer's headroom from its accounts. */
public final class Headroom {

    private Headroom() {
    }

    public static HeadroomView of(CustomerId customer, List<Account> line, List<Account> facilities, LocalDate today) {
        String currency = Lines.leaf(line).currency();
        List<Account> limiting = line.stream().filter(account -> account.free(today) != null && account.currency().equals(currency)).toList();
        Comparator<Account> byFree = Comparator.comparing(account -> Lines.room(line, account, today).orElseThrow());
        Optional<Account> binding = limiting.stream().min(byFree);
        // A ceiling that grows with the credit reserved on it doesn't stand in the way of that credit.
        Optional<Account> bindingAfter = limiting.stream().filter(account -> !account.growsWhenConfirmed()).min(byFree);
        List<HeadroomView.Level> levels = new ArrayList<>();
        line.forEach(account -> levels.add(level(account, binding.filter(account::equals).isPresent(),
                bindingAfter.filter(account::equals).isPresent(), today)));
        facilities.forEach(account -> levels.add(level(account, false, false, today)));
        return new HeadroomView(customer, levels, binding.map(account -> account.money(Lines.room(line, account, today).orElseThrow())), binding.map(Account::id),
                line.stream().allMatch(account -> account.status() == LimitAccountStatus.ACTIVE && !account.isOver(today)));
    }

    private static HeadroomView.Level level(Account account, boolean binds, boolean bindsAfter, LocalDate today) {
        boolean over = account.status() == LimitAccountStatus.ACTIVE && account.isOver(today);
        LimitAccountStatus status = over ? LimitAccountStatus.EXPIRED : account.status();
        BigDecimal free = over ? BigDecimal.ZERO : account.free(today);
        Account after = account.afterConfirmation();
        BigDecimal freeAfter = over ? BigDecimal.ZERO : after.free(today);
        Balances balances = account.balances();
        return new HeadroomView.Level(account.id(), account.moneyOrUndefined(account.ceiling()), account.money(balances.reserved()),
                account.money(balances.committed()), account.money(balances.utilised()), account.moneyOrUndefined(free), status, binds,
                account.moneyOrUndefined(after.ceiling()), account.moneyOrUndefined(freeAfter), bindsAfter);
    }
}
