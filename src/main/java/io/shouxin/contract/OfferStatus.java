package io.shouxin.contract;

/** How far an offer is. */
public enum OfferStatus {
    /** With the customer, who may answer until the last day of validity. */
    ISSUED,
    ACCEPTED,
    /** The customer asked for other terms; the bank proposes again or repeats its offer. */
    COUNTERED,
    REFUSED,
    EXPIRED,
    /** Taken back by the bank or fallen with the application. */
    WITHDRAWN
}
