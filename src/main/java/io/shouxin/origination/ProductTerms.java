package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.PolicySet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the bank offers under a product (产品条款), by policy {@code product-terms}.
 *
 * @param customerKind {@code ENTERPRISE}, {@code INDIVIDUAL} or {@code ANY}
 * @param maxAmount    in yuan
 * @param baseRate     key of policy {@code lending-rate}, e.g. {@code LPR1Y}
 */
record ProductTerms(String product, FacilityKind kind, int minTenorMonths, int maxTenorMonths, boolean revolving,
                    String customerKind, BigDecimal maxAmount, String baseRate, String policyVersion) {

    static final String POLICY = "product-terms";

    /** Empty when the bank has no such product of that kind on that day. */
    static Optional<ProductTerms> of(PolicyBook policies, LocalDate asOf, String product, FacilityKind kind) {
        PolicyDecision decision = policies.evaluate(POLICY, asOf, Map.of("product", product, "facilityKind", kind.name()));
        return decision.first().map(row -> of(row, decision.version(), product, kind));
    }

    /** Under a set of tables; a product that was applied for is one they know. */
    static ProductTerms of(PolicySet policies, String product, FacilityKind kind) {
        PolicyDecision decision = policies.evaluate(POLICY, Map.of("product", product, "facilityKind", kind.name()));
        return of(decision.only(), decision.version(), product, kind);
    }

    private static ProductTerms of(MatchedRow row, String version, String product, FacilityKind kind) {
        return new ProductTerms(product, kind, row.whole("minTenorMonths"), row.whole("maxTenorMonths"), row.flag("revolving"),
                row.text("customerKind"), row.number("maxAmount"), row.text("baseRate"), version);
    }

    /** The same with no tenor longer than that. */
    ProductTerms atMost(int months) {
        return new ProductTerms(product, kind, minTenorMonths, Math.min(maxTenorMonths, months), revolving, customerKind, maxAmount,
                baseRate, policyVersion);
    }

    boolean suits(String kindOfCustomer) {
        return customerKind.equals("ANY") || customerKind.equals(kindOfCustomer);
    }
}
