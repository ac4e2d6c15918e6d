package io.shouxin.customer;

/** Why two parties count as connected (关联原因); messages {@code connectionReason.CODE}. */
public enum ConnectionReason {
    /** One controls the other by votes, directly or through what it controls, or as actual controller. */
    CONTROL,
    /** Close relatives control the firm by their votes together. */
    FAMILY_CONTROL,
    /** A natural person holds a key position in the firm. */
    KEY_PERSON,
    /** Close relatives who each stand behind a firm. */
    RELATIVE,
    /** One depends on the other for its sales, purchases or repayment. */
    ECONOMIC_DEPENDENCE
}
