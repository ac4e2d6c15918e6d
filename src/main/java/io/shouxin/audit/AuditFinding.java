package io.shouxin.audit;

/**
 * Something in the audit trail that is not as it was written.
 *
 * @param subject whose chain it is in; {@code seal} for the seals themselves
 * @param place   where: position in the chain, or number of the seal
 * @param what    in English, for the console and the record
 */
public record AuditFinding(String subject, long place, Kind kind, String what) {

    /** What happened to it, as far as one can tell. */
    public enum Kind {
        /** Its content no longer fits its fingerprint. */
        CHANGED,
        /** It should stand here and does not. */
        MISSING,
        /** A chain was written anew after it had been sealed. */
        REWRITTEN,
        /** The bank's signature under a seal does not hold, or is by a key the bank does not know. */
        NOT_SIGNED
    }

    @Override
    public String toString() {
        return subject + " #" + place + ": " + what;
    }
}
