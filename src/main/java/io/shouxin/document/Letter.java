package io.shouxin.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter of the bank that ends an application, in plain Chinese.
 *
 * @param kind          what the letter says
 * @param number        business number it is about
 * @param addressee     name of the customer
 * @param reasons       why, one sentence each, already in words
 * @param remedies      what the customer can do, one sentence each; may be empty
 * @param contactPerson officer who can be asked; may be empty
 */
public record Letter(Kind kind, String number, String addressee, LocalDate date, List<String> reasons, List<String> remedies,
                     String contactPerson) {

    public Letter {
        reasons = List.copyOf(reasons);
        remedies = List.copyOf(remedies);
    }

    /** What a letter says. */
    public enum Kind {
        /** The bank declines the application. */
        DECLINED,
        /** The customer withdrew it. */
        WITHDRAWN,
        /** The documents did not come in time. */
        LAPSED,
        /** The offer was not answered in time. */
        OFFER_EXPIRED,
        /** The customer refused the offer. */
        REFUSED_BY_CUSTOMER,
        /** The bank's own legal review did not let the agreement pass. */
        REJECTED_BY_LEGAL,
        /** The customer signed the agreement, the bank did not. */
        NOT_SIGNED_BY_BANK,
        /** The customer refused to sign the agreement. */
        NOT_SIGNED_BY_CUSTOMER,
        /** The customer did not sign the agreement in time. */
        SIGNING_EXPIRED,
        /** Whoever was to give security did not sign in time. */
        GUARANTOR_EXPIRED,
        /** No agreement came about, by nobody's word. */
        NOT_CONCLUDED
    }
}
