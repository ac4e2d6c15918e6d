package io.shouxin.origination;

import java.math.BigDecimal;

/**
 * Security the customer offers for a facility (拟提供担保).
 *
 * @param description what it is and where, 2 to 500 characters; not needed for {@link SecurityType#UNSECURED}
 * @param value       the customer's own estimate in yuan, positive; the bank values it again before it counts
 */
public record SecurityOffer(SecurityType type, String description, BigDecimal value) {
}
