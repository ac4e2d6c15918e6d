package io.shouxin.origination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One facility the customer asks for (申请额度).
 *
 * @param product     product code of policy {@code product-terms}, e.g. {@code WORKING_CAPITAL_LOAN}
 * @param amount      in {@code currency}, positive
 * @param currency    ISO 4217; only CNY is granted today
 * @param tenorMonths validity asked for, within the product's terms
 * @param purpose     use of the funds (资金用途), 5 to 500 characters
 */
public record RequestedFacility(FacilityKind kind, String product, BigDecimal amount, String currency, Integer tenorMonths,
                                String purpose, List<SecurityOffer> security) {

    public RequestedFacility {
        security = security == null ? List.of() : security.stream().filter(Objects::nonNull).toList();
    }
}
