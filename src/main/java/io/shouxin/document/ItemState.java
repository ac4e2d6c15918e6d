package io.shouxin.document;

/** How far one item of a checklist is. */
public enum ItemState {
    /** Nothing was brought yet. */
    MISSING,
    /** Brought, and the bank has not looked at it. */
    UPLOADED,
    /** Looked at and found good. */
    ACCEPTED,
    /** Looked at and sent back with a reason; the customer brings another. */
    REJECTED
}
