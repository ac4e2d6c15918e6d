package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.origination.ConstraintLine.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would raise the limit (提额条件): by how much the input of the constraint that binds has to move until the next one binds.
 *
 * @param code  the binding constraint; the sentence is message {@code lever.CODE} with {@code by} and {@code upTo}
 * @param by    how much more of its input, in yuan, rounded up to the fen
 * @param upTo  the limit that the other constraints allow, before it is rounded down to the step
 */
public record LimitLever(String code, Money by, Money upTo) {

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    /** Empty when none binds, when another is as tight, or when no figure of the customer's moves it. */
    static Optional<LimitLever> of(List<ConstraintLine> constraints) {
        Optional<ConstraintLine> binding = constraints.stream().filter(ConstraintLine::binding).findFirst();
        Optional<Money> next = constraints.stream().filter(line -> line.state() == State.KNOWN && !line.binding())
                .map(ConstraintLine::amount).min(Money::compareTo);
        if (binding.isEmpty() || next.isEmpty() || next.get().compareTo(binding.get().amount()) <= 0) {
            return Optional.empty();
        }
        return more(binding.get(), next.get()).filter(by -> by.signum() > 0)
                .map(by -> new LimitLever(binding.get().code(), Money.rounded(by, Money.CNY, RoundingMode.UP), next.get()));
    }

    private static Optional<BigDecimal> more(ConstraintLine line, Money upTo) {
        Map<String, BigDecimal> figures = new HashMap<>();
        line.inputs().forEach(input -> figures.putIfAbsent(input.code(), new BigDecimal(input.value())));
        BigDecimal target = upTo.amount();
        BigDecimal others = figures.getOrDefault("otherExposure", BigDecimal.ZERO);
        BigDecimal gap = target.subtract(line.amount().amount());
        return switch (Constraint.valueOf(line.code())) {
            case DEBT_CAPACITY -> over(target.add(others), figures.get("gradeFactor")).map(debt -> debt.add(figures.get("existingDebt"))
                    .multiply(service(figures)).multiply(figures.get("coverage")).subtract(figures.get("operatingCashFlow")));
            case INCOME_CAPACITY -> over(target.add(others), figures.get("gradeFactor")).flatMap(debt ->
                    over(debt.multiply(service(figures)).add(figures.get("yearlyDebtService")), figures.get("debtToIncome")))
                    .map(income -> income.subtract(figures.get("yearlyIncome")));
            case NET_ASSET_MULTIPLE -> over(target.add(others), figures.get("netAssetMultiple")).map(assets -> assets.subtract(figures.get("netAssets")));
            case INVOICE_SALES -> over(target.add(others), figures.get("invoiceSalesShare").multiply(figures.get("gradeFactor")))
                    .map(sales -> sales.subtract(figures.get("invoicedSales12m")));
            case WORKING_CAPITAL_NEED -> Optional.of(target.subtract(figures.getOrDefault("otherProducts", BigDecimal.ZERO)).subtract(figures.get("newLoan")));
            case SECURITY_COVERAGE -> Optional.of(gap.multiply(figures.get("coverageRequired")));
            case CUSTOMER_CONCENTRATION, GROUP_CONCENTRATION, INDUSTRY_CONCENTRATION, REGION_CONCENTRATION, LENDABLE_FUNDS ->
                    Optional.of(target.add(figures.get("presentExposure")).subtract(figures.get("ceiling")));
            case CUSTOMER_CAP -> Optional.of(target.add(others).subtract(figures.get("customerCap")));
            case REQUEST, PRODUCT_CAP, GROUP_HEADROOM -> Optional.of(gap);
        };
    }

    /** Part of a debt that falls due within a year when it is repaid evenly, with interest. */
    private static BigDecimal service(Map<String, BigDecimal> figures) {
        return BigDecimal.ONE.divide(figures.get("repaymentYears"), PRECISE).add(figures.get("yearlyRate"));
    }

    private static Optional<BigDecimal> over(BigDecimal amount, BigDecimal divisor) {
        return divisor.signum() > 0 ? Optional.of(amount.divide(divisor, PRECISE)) : Optional.empty();
    }
}
