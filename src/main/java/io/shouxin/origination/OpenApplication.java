package io.shouxin.origination;

import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;

/**
 * The start form (授信申请受理单).
 *
 * @param customer    the customer picked; only with {@link CustomerChoice#EXISTING}
 * @param newCustomer who is to be registered; only with {@link CustomerChoice#NEW}
 * @param product     product code of policy {@code product-terms}
 * @param amount      first idea of the amount in {@code currency}; the application says it exactly
 */
public record OpenApplication(CustomerChoice choice, CustomerId customer, RegisterCustomer newCustomer, FacilityKind facilityKind,
                              String product, BigDecimal amount, String currency) {

    /** For a customer of the register, in renminbi. */
    public static OpenApplication of(CustomerId customer, FacilityKind facilityKind, String product, BigDecimal amount) {
        return new OpenApplication(CustomerChoice.EXISTING, customer, null, facilityKind, product, amount, "CNY");
    }
}
