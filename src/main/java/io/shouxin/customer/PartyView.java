package io.shouxin.customer;

import io.shouxin.kernel.PartyId;

/**
 * Somebody who may stand in a relation (关联方): a customer, or a firm or person outside the register.
 *
 * @param customer         registered as a customer; only customers can be joined in a connected group
 * @param identifierMasked as people may see it, or null when none is on file
 * @param groupId          connected group of today, or null
 */
public record PartyView(PartyId id, CustomerKind kind, String name, boolean customer, String identifierMasked, String groupId,
                        String groupName) {
}
