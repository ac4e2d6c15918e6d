package io.shouxin.customer;

/**
 * The wish to name a firm or person who stands in a relation and is no customer.
 *
 * @param name           1 to 100 characters
 * @param identifierType unified social credit code or resident ID; null when none is known
 * @param identifier     as typed, or null; kept sealed for natural persons
 */
public record RegisterOutsideParty(CustomerKind kind, String name, IdentifierType identifierType, String identifier) {
}
