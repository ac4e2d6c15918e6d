package io.shouxin.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A seal over the ends of all chains that grew since the seal before (审计封印). It follows the seal before, and the bank has signed it.
 *
 * @param number      from 1 without gaps
 * @param subjects    so many ends are in it
 * @param entries     so many entries stood in the trail
 * @param headsSha256 fingerprint over those ends
 * @param sha256      fingerprint over all this and the seal before
 */
public record AuditSeal(long number, Instant at, long subjects, long entries, String headsSha256, String sha256, BankSignature signature) {

    private static final String FORM = "shouxin-seal/1";

    static String hash(long number, Instant at, long subjects, long entries, String headsSha256, String before) {
        return AuditEntry.hash(FORM, String.valueOf(number), String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                String.valueOf(subjects), String.valueOf(entries), headsSha256, before);
    }

    /** Whether nothing in it was changed and it follows that seal. */
    boolean follows(String before) {
        return sha256.equals(hash(number, at, subjects, entries, headsSha256, before));
    }

    /** One end of a chain in a seal. */
    record Head(String subject, long position, String sha256) {

        /** @param before fingerprint over the ends before it in the seal */
        String after(String before) {
            return AuditEntry.hash(before, subject, String.valueOf(position), sha256);
        }
    }
}
