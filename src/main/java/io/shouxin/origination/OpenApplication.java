package io.shouxin.origination;

import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.math.BigDecimal;

/**
 * The start form (授信申请受理单).
 *
 * @param customer    the customer picked; only with {@link CustomerChoice#EXISTING}
 * @param newCustomer who is to be registered; only with {@link CustomerChoice#NEW}
 * @param product     product code of policy {@code product-terms}
 * @param amount      first idea of the amount in {@code currency}; the application says it exactly
 * @param grantingEntity the granting entity asked; null for the usual one
 */
public record OpenApplication(CustomerChoice choice, CustomerId customer, RegisterCustomer newCustomer, FacilityKind facilityKind,
                              String product, BigDecimal amount, String currency, EntityCode grantingEntity) {

    /** At the usual granting entity. */
    public OpenApplication(CustomerChoice choice, CustomerId customer, RegisterCustomer newCustomer, FacilityKind facilityKind,
                           String product, BigDecimal amount, String currency) {
        this(choice, customer, newCustomer, facilityKind, product, amount, currency, null);
    }

    /** For a customer of the register, in renminbi. */
    public static OpenApplication of(CustomerId customer, FacilityKind facilityKind, String product, BigDecimal amount) {
        return new OpenApplication(CustomerChoice.EXISTING, customer, null, facilityKind, product, amount, "CNY");
    }

    /** The same at that granting entity. */
    public OpenApplication at(EntityCode entity) {
        return new OpenApplication(choice, customer, newCustomer, facilityKind, product, amount, currency, entity);
    }
}
