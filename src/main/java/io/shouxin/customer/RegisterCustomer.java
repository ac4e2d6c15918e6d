package io.shouxin.customer;

import java.time.LocalDate;

/**
 * The wish to enter a customer in the register.
 *
 * @param name           1 to 100 characters, no control characters
 * @param identifier     number as typed; blanks and lower case are forgiven
 * @param industryCode   GB/T 4754-2017 section or division, e.g. {@code C} or {@code C35}; required for an enterprise with
 *                       a unified social credit code, otherwise optional
 * @param region         province or city as free text of at most 100 characters, or null
 * @param establishedOn  date of establishment, or null; never in the future; for individuals derived from the resident ID
 * @param employees      number of employees, 0 or more, or null
 * @param size           size class, or null when not known
 * @param phone          or null
 * @param email          or null
 * @param groupName      connected group to join, created if there is none of this name, or null
 */
public record RegisterCustomer(CustomerKind kind, String name, IdentifierType identifierType, String identifier,
                               String industryCode, String region, LocalDate establishedOn, Integer employees,
                               EnterpriseSize size, String phone, String email, String groupName) {

    /** An enterprise with the facts every enterprise has. */
    public static RegisterCustomer enterprise(String name, String unifiedSocialCreditCode, String industryCode,
                                              LocalDate establishedOn) {
        return new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE,
                unifiedSocialCreditCode, industryCode, null, establishedOn, null, null, null, null, null);
    }

    /** A natural person. */
    public static RegisterCustomer individual(String name, String residentId) {
        return new RegisterCustomer(CustomerKind.INDIVIDUAL, name, IdentifierType.RESIDENT_ID, residentId,
                null, null, null, null, null, null, null, null);
    }

    /** A firm of a masked data set, known by that set's code only. */
    public static RegisterCustomer masked(String name, String reference) {
        return new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.INTERNAL_REFERENCE, reference,
                null, null, null, null, null, null, null, null);
    }
}
