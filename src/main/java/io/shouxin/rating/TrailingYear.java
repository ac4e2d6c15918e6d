package io.shouxin.rating;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The twelve months up to the end of a period (滚动十二个月), so that an interim statement can be held against a yearly figure: balances as
 * of that day; income and cash flow of this year so far, plus the last full year, less the same months of last year.
 *
 * @param accounts the twelve months beside those of a year before, where they can be had
 * @param complete false where income and cash flow of twelve months cannot be put together; then they are absent, balances are there
 * @param used     the statements it rests on, that of the period first
 */
record TrailingYear(AnnualAccounts accounts, boolean complete, List<StatementView> used) {

    /** Balances that stand among the lines of the cash flow statement. */
    private static final Set<StatementItem> BALANCES = Set.of(StatementItem.CASH_AT_BEGINNING, StatementItem.CASH_AT_END);

    /** Empty when no usable statement ends on that day: a draft, or one that does not articulate, does not count. */
    static Optional<TrailingYear> of(Collection<StatementView> onFile, LocalDate periodEnd) {
        return year(onFile, periodEnd).map(year -> {
            Optional<StatementView> before = year(onFile, yearBefore(periodEnd)).map(Year::view)
                    .filter(earlier -> earlier.currency().equals(year.view().currency()));
            return new TrailingYear(new AnnualAccounts(year.view(), before), year.complete(), year.used());
        });
    }

    private static Optional<Year> year(Collection<StatementView> onFile, LocalDate periodEnd) {
        Optional<StatementView> full = find(onFile, periodEnd, 12);
        if (full.isPresent()) {
            return full.map(statement -> new Year(statement, true, List.of(statement)));
        }
        return find(onFile, periodEnd, periodEnd.getMonthValue()).map(interim -> rolled(onFile, interim));
    }

    private static Year rolled(Collection<StatementView> onFile, StatementView interim) {
        Optional<StatementView> lastYear = find(onFile, LocalDate.of(interim.periodEnd().getYear() - 1, 12, 31), 12)
                .filter(year -> year.currency().equals(interim.currency()));
        Optional<StatementView> sameMonths = find(onFile, yearBefore(interim.periodEnd()), interim.months())
                .filter(earlier -> earlier.currency().equals(interim.currency()));
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);
        boolean complete = lastYear.isPresent() && (sameMonths.isPresent() || !interim.comparatives().isEmpty());
        interim.amounts().forEach((item, amount) -> {
            if (!isFlow(item)) {
                amounts.put(item, amount);
            } else if (complete) {
                Optional<BigDecimal> year = lastYear.get().amount(item);
                Optional<BigDecimal> earlier = sameMonths.map(statement -> statement.amount(item))
                        .orElseGet(() -> Optional.ofNullable(interim.comparatives().get(item)));
                if (year.isPresent() && earlier.isPresent()) {
                    amounts.put(item, amount.add(year.get()).subtract(earlier.get()));
                }
            }
        });
        StatementView rolled = new StatementView(interim.customer(), interim.periodEnd(), 12, interim.basis(), interim.currency(), amounts,
                interim.status(), interim.differences(), interim.explanation(), interim.recordedAt());
        List<StatementView> used = complete ? Stream.of(Optional.of(interim), lastYear, sameMonths).flatMap(Optional::stream).toList()
                : List.of(interim);
        return new Year(rolled, complete, used);
    }

    private static boolean isFlow(StatementItem item) {
        return (item.section() == StatementItem.Section.INCOME || item.section() == StatementItem.Section.CASH_FLOW) && !BALANCES.contains(item);
    }

    /** Of two statements of the same period the audited one counts. */
    private static Optional<StatementView> find(Collection<StatementView> onFile, LocalDate periodEnd, int months) {
        return onFile.stream().filter(statement -> statement.usable() && statement.periodEnd().equals(periodEnd) && statement.months() == months)
                .min((one, other) -> Boolean.compare(one.basis() != StatementBasis.AUDITED, other.basis() != StatementBasis.AUDITED));
    }

    private static LocalDate yearBefore(LocalDate periodEnd) {
        return YearMonth.from(periodEnd).minusYears(1).atEndOfMonth();
    }

    private record Year(StatementView view, boolean complete, List<StatementView> used) {
    }
}
