package io.shouxin.limit.map;

import io.shouxin.kernel.Money;
import io.shouxin.limit.HeadroomMapView;
import io.shouxin.limit.HeadroomMapView.Carried;
import io.shouxin.limit.HeadroomMapView.Node;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ledger.Account;
import io.shouxin.limit.ledger.ForeignRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the map of one tree: reads it level by level, then says of each account what is free for it. */
public final class Branch {

    private static final int MOST_RESERVATIONS = 20;

    private final BranchTable table;
    private final LocalDate day;
    private final ForeignRates rates;
    private final int mostOfALevel;
    private final Map<LimitAccountId, List<Account>> below = new HashMap<>();
    private final Map<LimitAccountId, Integer> children = new HashMap<>();
    private final Map<LimitAccountId, List<BranchTable.Held>> held = new HashMap<>();
    private boolean truncated;

    public Branch(BranchTable table, LocalDate day, ForeignRates rates, int mostOfALevel) {
        this.table = table;
        this.day = day;
        this.rates = rates;
        this.mostOfALevel = mostOfALevel;
    }

    /** @param line from the root to the account asked for, which is on the map however many there are beside it */
    public HeadroomMapView from(List<Account> line, LimitAccountId asked) {
        Account root = line.get(0);
        List<LimitAccountId> first = line.stream().map(Account::id).toList();
        List<LimitAccountId> holding = new ArrayList<>();
        List<Account> level = List.of(root);
        while (!level.isEmpty()) {
            level.stream().filter(Branch::mayHoldReservations).forEach(account -> holding.add(account.id()));
            level = read(level, first);
        }
        for (int from = 0; from < holding.size(); from += mostOfALevel) {
            table.openOn(holding.subList(from, Math.min(holding.size(), from + mostOfALevel)), MOST_RESERVATIONS)
                    .forEach(one -> held.computeIfAbsent(one.reservation().account(), id -> new ArrayList<>()).add(one));
        }
        Node node = node(root, List.of());
        return new HeadroomMapView(node, asked, truncated);
    }

    private static boolean mayHoldReservations(Account account) {
        return account.level() != LimitLevel.GROUP && account.level() != LimitLevel.POOL && account.balances().reserved().signum() > 0;
    }

    private List<Account> read(List<Account> parents, List<LimitAccountId> first) {
        List<BranchTable.Child> found = table.below(parents.stream().map(Account::id).toList(), first, mostOfALevel);
        found.forEach(child -> {
            below.computeIfAbsent(child.account().parent(), id -> new ArrayList<>()).add(child.account());
            children.put(child.account().parent(), child.siblings());
        });
        return found.stream().map(BranchTable.Child::account).toList();
    }

    private Node node(Account account, List<Account> above) {
        List<Account> line = new ArrayList<>(above);
        line.add(account);
        List<Account> shown = below.getOrDefault(account.id(), List.of());
        int leftOut = children.getOrDefault(account.id(), 0) - shown.size();
        truncated |= leftOut > 0;
        List<BranchTable.Held> reservations = held.getOrDefault(account.id(), List.of());
        TriedLine tried = new TriedLine(line, day, rates);
        Optional<LimitAccountId> stopped = tried.stoppedBy();
        Optional<Money> free = Optional.empty();
        Optional<LimitAccountId> binding = Optional.empty();
        boolean rateMissing = false;
        try {
            Optional<Money> most = tried.most(ReservationPurpose.UNDER_CEILING);
            binding = most.flatMap(room -> tried.binding(room, ReservationPurpose.UNDER_CEILING));
            free = stopped.isPresent() ? Optional.of(account.money(BigDecimal.ZERO)) : most;
        } catch (TriedLine.RateMissing missing) {
            rateMissing = true;
            free = stopped.map(any -> account.money(BigDecimal.ZERO));
        }
        return new Node(account.view(day), sharesWith(line), carried(line), stopped, free, binding, rateMissing,
                reservations.stream().map(BranchTable.Held::reservation).toList(),
                reservations.isEmpty() ? 0 : reservations.get(0).among() - reservations.size(),
                shown.stream().map(child -> node(child, line)).toList(), leftOut);
    }

    /** A facility's frame is its commitment: it shares with nobody. */
    private static Optional<LimitAccountId> sharesWith(List<Account> line) {
        Account account = line.get(line.size() - 1);
        if (account.ceiling() != null || account.level() == LimitLevel.FACILITY) {
            return Optional.empty();
        }
        List<Account> above = new ArrayList<>(line.subList(0, line.size() - 1));
        Collections.reverse(above);
        boolean part = account.level() == LimitLevel.SUB_FACILITY;
        return above.stream().filter(one -> one.ceiling() != null || part && one.level() == LimitLevel.FACILITY).findFirst().map(Account::id);
    }

    private static Optional<Carried> carried(List<Account> line) {
        Account account = line.get(line.size() - 1);
        if (account.carried() == null || line.size() < 2) {
            return Optional.empty();
        }
        Currency currency = Currency.getInstance(line.get(line.size() - 2).currency());
        return Optional.of(new Carried(money(account.carried().reserved(), currency), money(account.carried().committed(), currency),
                money(account.carried().utilised(), currency)));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
    }
}
