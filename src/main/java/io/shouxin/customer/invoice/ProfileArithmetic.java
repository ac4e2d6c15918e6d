package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceProfile.Month;
import io.shouxin.customer.InvoiceProfile.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Computes a profile from monthly sums; a pure function. */
public final class ProfileArithmetic {

    private static final int SCALE = 6;

    private ProfileArithmetic() {
    }

    /** @param sums none after the month of {@code asOf} */
    public static InvoiceProfile profile(LocalDate asOf, List<InvoiceMonth> sums) {
        Side issued = side(of(sums, InvoiceDirection.ISSUED), lastOf(sums));
        Side received = side(of(sums, InvoiceDirection.RECEIVED), lastOf(sums));
        if (sums.isEmpty()) {
            return new InvoiceProfile(asOf, issued, received, null, null, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
        YearMonth first = sums.stream().map(InvoiceMonth::month).min(Comparator.naturalOrder()).orElseThrow();
        YearMonth last = lastOf(sums);
        List<Month> months = months(sums, first, last);
        int covered = months.size();
        int active = (int) of(sums, InvoiceDirection.ISSUED).stream().filter(month -> month.validCount() > 0).count();
        BigDecimal sales = total(months, last.minusMonths(11), last, Month::sales);
        BigDecimal salesBefore = total(months, last.minusMonths(23), last.minusMonths(12), Month::sales);
        BigDecimal purchases = total(months, last.minusMonths(11), last, Month::purchases);
        Optional<BigDecimal> growth = covered >= 24 && salesBefore.signum() > 0
                ? Optional.of(ratio(sales.subtract(salesBefore), salesBefore)) : Optional.empty();
        Optional<BigDecimal> margin = sales.signum() > 0 ? Optional.of(ratio(sales.subtract(purchases), sales)) : Optional.empty();
        return new InvoiceProfile(asOf, issued, received, first, last, covered, active, covered - active, sales, salesBefore, purchases,
                growth, InvoiceProfile.salesVolatility(months.subList(Math.max(0, covered - 12), covered)), margin, months);
    }

    private static YearMonth lastOf(List<InvoiceMonth> sums) {
        return sums.stream().map(InvoiceMonth::month).max(Comparator.naturalOrder()).orElse(null);
    }

    private static List<InvoiceMonth> of(List<InvoiceMonth> sums, InvoiceDirection direction) {
        return sums.stream().filter(month -> month.direction() == direction).toList();
    }

    private static List<Month> months(List<InvoiceMonth> sums, YearMonth first, YearMonth last) {
        Map<InvoiceDirection, Map<YearMonth, BigDecimal>> amounts = new EnumMap<>(InvoiceDirection.class);
        sums.forEach(sum -> amounts.computeIfAbsent(sum.direction(), key -> new HashMap<>()).put(sum.month(), sum.validAmount()));
        Map<YearMonth, Long> invoices = new HashMap<>();
        of(sums, InvoiceDirection.ISSUED).forEach(sum -> invoices.put(sum.month(), sum.validCount()));
        List<Month> months = new ArrayList<>();
        for (long i = 0; i <= first.until(last, ChronoUnit.MONTHS); i++) {
            YearMonth month = first.plusMonths(i);
            months.add(new Month(month, amounts.getOrDefault(InvoiceDirection.ISSUED, Map.of()).getOrDefault(month, BigDecimal.ZERO),
                    amounts.getOrDefault(InvoiceDirection.RECEIVED, Map.of()).getOrDefault(month, BigDecimal.ZERO),
                    invoices.getOrDefault(month, 0L)));
        }
        return List.copyOf(months);
    }

    private static Side side(List<InvoiceMonth> months, YearMonth last) {
        long valid = months.stream().mapToLong(InvoiceMonth::validCount).sum();
        long voided = months.stream().mapToLong(InvoiceMonth::voidCount).sum();
        BigDecimal validAmount = sum(months, InvoiceMonth::validAmount);
        BigDecimal negative = sum(months, InvoiceMonth::negativeAmount);
        BigDecimal positive = validAmount.subtract(negative);
        Optional<InvoiceMonth> newest = months.stream().max(Comparator.comparing(InvoiceMonth::month))
                .filter(month -> month.month().isAfter(last.minusMonths(12)));
        return new Side(valid, voided, months.stream().mapToLong(InvoiceMonth::negativeCount).sum(), validAmount,
                sum(months, InvoiceMonth::validTax), negative, sum(months, InvoiceMonth::voidAmount),
                valid + voided == 0 ? Optional.empty() : Optional.of(ratio(BigDecimal.valueOf(voided), BigDecimal.valueOf(valid + voided))),
                positive.signum() > 0 ? Optional.of(ratio(negative.negate(), positive)) : Optional.empty(),
                newest.map(InvoiceMonth::counterparties12m).orElse(0),
                newest.filter(month -> month.positive12m().signum() > 0).map(month -> ratio(month.largest12m(), month.positive12m())));
    }

    private static BigDecimal total(List<Month> months, YearMonth from, YearMonth to, Function<Month, BigDecimal> amount) {
        return months.stream().filter(month -> !month.month().isBefore(from) && !month.month().isAfter(to)).map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<InvoiceMonth> months, Function<InvoiceMonth, BigDecimal> amount) {
        return months.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }
}
