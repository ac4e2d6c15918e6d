package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import java.math.BigDecimal;

/** What of a firm belongs to an owner through all chains, in percent with six decimals (穿透持股). @param ultimate nobody is known to own him */
public record PartyOwner(PartyId owner, BigDecimal percent, boolean ultimate) {
}
