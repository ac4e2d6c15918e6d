package io.shouxin.limit.check;

import io.shouxin.limit.CreditUse;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an order or drawdown counts, by policy {@code order-risk}.
 *
 * @param countedShare 0 to 1
 * @param horizonDays  call-offs later than so many days after the day of the order don't count yet
 * @param mostDaysAhead the day asked about may be so far ahead
 * @param reasonCode   why the rest doesn't count
 */
public record OrderRisk(BigDecimal countedShare, int horizonDays, int mostDaysAhead, String reasonCode, String version) {

    private static final String POLICY = "order-risk";

    /** Payment terms the table knows. */
    public static List<String> paymentTerms(PolicyBook policies, LocalDate today) {
        return codes(policies, POLICY, "paymentTerm", today);
    }

    /** Products of the bank, by policy {@code product-terms}. */
    public static List<String> products(PolicyBook policies, LocalDate today) {
        return codes(policies, "product-terms", "product", today);
    }

    private static List<String> codes(PolicyBook policies, String policy, String column, LocalDate today) {
        return policies.inputs(policy, today).stream().filter(input -> input.name().equals(column))
                .flatMap(input -> input.allowed().stream()).toList();
    }

    /** Empty if the payment term is not for this use, or not known. */
    static Optional<OrderRisk> of(PolicyBook policies, LocalDate today, CreditUse use, String paymentTerm) {
        if (!paymentTerms(policies, today).contains(paymentTerm)) {
            return Optional.empty();
        }
        PolicyDecision decision = policies.evaluate(POLICY, today, Map.of("creditUse", use.name(), "paymentTerm", paymentTerm));
        return decision.first().map(row -> new OrderRisk(row.number("countedShare"), row.whole("horizonDays"), row.whole("mostDaysAhead"),
                row.text("reasonCode"), decision.version()));
    }
}
