package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what a change would do to every level of a customer's limits, without touching the ledger. */
final class HeadroomForecast {

    private HeadroomForecast() {
    }

    /** Nothing is changed. */
    static List<LevelChange> asIs(LimitTree tree, YuanRates rates) {
        return of(tree, null, null, null, rates);
    }

    /** @param ceiling the target's ceiling afterwards; null if it does not move */
    static List<LevelChange> of(LimitTree tree, LimitAccountView target, LimitChangeKind kind, Money ceiling, YuanRates rates) {
        Map<LimitAccountView, Money> cuts = new HashMap<>();
        if (kind == LimitChangeKind.DECREASE && ceiling != null) {
            cut(tree, target, ceiling, cuts);
        }
        Money zero = Money.zero(tree.customer().committed().currency());
        // What leaves an account in another currency leaves those above as it was carried there, which nobody knows yet: it is not told above.
        Map<LimitAccountView, Money> toldAbove = new HashMap<>(cuts);
        toldAbove.keySet().removeIf(facility -> !facility.committed().currency().equals(zero.currency()));
        Money cutBelow = toldAbove.values().stream().reduce(zero, Money::plus);
        Money ownLineCut = toldAbove.entrySet().stream().filter(entry -> tree.ownLines().contains(entry.getKey().id())).map(Map.Entry::getValue)
                .reduce(zero, Money::plus);
        List<LevelChange> levels = new ArrayList<>();
        for (LimitAccountView account : tree.accounts()) {
            boolean isTarget = account.equals(target);
            Money none = Money.zero(account.committed().currency());
            Money cut = account.id().level() == LimitLevel.FACILITY ? cuts.getOrDefault(account, none) : none.currency().equals(zero.currency()) ? cutBelow : none;
            Money committed = account.committed().minus(cut);
            Optional<Money> after = account.ceiling();
            if (isTarget && ceiling != null && account.id().level() != LimitLevel.FACILITY) {
                after = Optional.of(ceiling);
            } else if (account.id().level() == LimitLevel.CUSTOMER && target != null && target.id().level() == LimitLevel.FACILITY) {
                after = after.map(before -> before.minus(ownLineCut));
            }
            Optional<Money> free = account.free();
            Optional<Money> freeAfter = account.id().level() == LimitLevel.FACILITY ? Optional.of(committed.minus(account.utilised()))
                    : after.map(top -> top.minus(committed).minus(account.reserved().minus(account.provisional())).minus(account.setAside()));
            LimitAccountStatus status = !isTarget || kind == null ? account.status() : switch (kind) {
                case SUSPEND -> LimitAccountStatus.SUSPENDED;
                case RESUME -> LimitAccountStatus.ACTIVE;
                default -> account.status();
            };
            levels.add(new LevelChange(account, free, after, committed, freeAfter, status, isTarget, false));
        }
        Optional<LevelChange> least = levels.stream().filter(level -> level.id().level() != LimitLevel.FACILITY
                && level.freeAfter().flatMap(rates::told).isPresent()).reduce((one, other) -> rates.exceeds(one.freeAfter().get(), other.freeAfter().get()) ? other : one);
        return levels.stream().map(level -> level.binding(least.filter(level::equals).isPresent())).toList();
    }

    /**
     * Reserved and committed of the root afterwards, and what the target could take on top without being asked about again, in yuan; empty
     * without the rates for it.
     */
    static Optional<Money> exposure(List<LevelChange> levels, LimitChangeKind kind, YuanRates rates) {
        LevelChange root = levels.get(0);
        Optional<Money> exposure = rates.yuan(root.account().reserved().plus(root.committedAfter()));
        Optional<Money> room = kind == null || !kind.givesRoom() ? Optional.empty()
                : levels.stream().filter(level -> level.target() && level.id().level() != LimitLevel.FACILITY).findFirst().flatMap(LevelChange::freeAfter);
        return room.filter(Money::isPositive).map(most -> exposure.flatMap(sum -> rates.yuan(most).map(sum::plus))).orElse(exposure);
    }

    private static void cut(LimitTree tree, LimitAccountView target, Money ceiling, Map<LimitAccountView, Money> cuts) {
        if (target.id().level() == LimitLevel.FACILITY) {
            cuts.put(target, target.committed().minus(ceiling));
        } else if (target.id().level() == LimitLevel.CUSTOMER) {
            cuts.putAll(LimitTree.cuts(target, tree.facilities(), ceiling, tree.today()));
        }
    }
}
