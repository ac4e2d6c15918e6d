package io.shouxin.origination;

import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;

/**
 * The start form (授信申请受理单).
 *
 * @param customer the customer picked; only with {@link CustomerChoice#EXISTING}
 * @param amount   first idea of the amount in {@code currency}; the application says it exactly
 * @param product  product code of policy {@code product-terms}
 */
public record OpenApplication(CustomerChoice choice, CustomerId customer, FacilityKind facilityKind,
                              String product, BigDecimal amount, String currency) {
}
