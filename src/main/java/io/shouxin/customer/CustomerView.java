package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A customer as the bank's people see him.
 *
 * @param identifierMasked   e.g. {@code 9134**********9HXD}; a resident ID shows its first and last characters only
 * @param identifierVerified false for an {@link IdentifierType#INTERNAL_REFERENCE}
 * @param industryCode       GB/T 4754-2017 section or division, e.g. {@code C35}; null when not known
 * @param industrySection    the section letter, e.g. {@code C}; null when not known
 * @param provinceCode       two digits of GB/T 2260 by {@link Province}; null when not known
 * @param establishedOn      null when not known; date of birth for an individual
 * @param employees          null when not known
 * @param size               null when not known
 * @param groupName          null when the customer belongs to no connected group
 * @param blockReason        null unless blocked
 */
public record CustomerView(CustomerId id, CustomerKind kind, String name, String identifierMasked,
                           IdentifierType identifierType, boolean identifierVerified, String industryCode,
                           String industrySection, String region, String provinceCode, LocalDate establishedOn, Integer employees,
                           EnterpriseSize size, Optional<GroupId> group, String groupName, String phone, String email,
                           boolean blocked, String blockReason) {
}
