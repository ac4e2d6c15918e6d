package io.shouxin.adjustment;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exchange rates of the day (当日汇率), by which amounts of limits in a foreign currency are weighed in yuan. */
@FunctionalInterface
interface YuanRates {

    /** Empty when there is no rate on file. */
    Optional<InYuan> told(Money sum);

    /** Empty also of a sum that is in yuan anyway. */
    default Optional<InYuan> toldIfForeign(Money sum) {
        return sum.currency().equals(Money.CNY) ? Optional.empty() : told(sum);
    }

    default Optional<Money> yuan(Money sum) {
        return told(sum).map(InYuan::amount);
    }

    /** Whether one sum is more than another, of two currencies in yuan; without a rate nothing is said. */
    default boolean exceeds(Money one, Money other) {
        return one.currency().equals(other.currency()) ? one.compareTo(other) > 0
                : yuan(one).flatMap(left -> yuan(other).map(right -> left.compareTo(right) > 0)).orElse(false);
    }

    /** The least of some sums, of several currencies in yuan; what has no rate is left out. */
    default Optional<Money> least(Stream<Money> sums) {
        return sums.filter(sum -> told(sum).isPresent()).reduce((least, sum) -> exceeds(least, sum) ? sum : least);
    }

    /** The rates without which an account, or what stands above it, can't be weighed. */
    default List<Refusal> missing(LimitTree tree, LimitAccountView account) {
        return tree.path(account).stream().map(each -> each.committed().currency()).distinct().filter(currency -> told(Money.zero(currency)).isEmpty())
                .map(currency -> ExchangeRates.missing(currency, tree.today()).at("account")).toList();
    }
}
