package io.shouxin.contract;

/** How far an agreement is. */
public enum AgreementStatus {
    /** Drawn up; the legal officer has not approved it. */
    DRAWN_UP,
    /** Sent back by the legal officer with a reason; it must be drawn up again. */
    RETURNED,
    /** Approved by the legal officer; the customer signs first. */
    READY_TO_SIGN,
    SIGNED_BY_CUSTOMER,
    /** Signed by both. */
    SIGNED,
    /** The customer did not sign in time. */
    EXPIRED,
    /** The customer said that he does not sign. */
    REFUSED_BY_CUSTOMER,
    /** The bank does not sign what the customer has signed. */
    REFUSED_BY_BANK,
    /** Fallen with the application. */
    CANCELLED
}
