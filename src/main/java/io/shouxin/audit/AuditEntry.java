package io.shouxin.audit;

import io.shouxin.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the audit trail, a link in the chain of its subject (审计链). Never changed or deleted.
 *
 * @param subject  business number of the thing acted on
 * @param position place in the chain of this subject, from 1 without gaps
 * @param act      past tense code
 * @param at       to the microsecond
 * @param sha256   fingerprint over everything before it in this line and over the line before, in lower-case hex
 */
public record AuditEntry(String subject, long position, String act, String actor, String detail, Instant at, String sha256) {

    /** What the first line of a chain follows. */
    public static final String BEGINNING = "";

    private static final String FORM = "shouxin-audit/1";

    /** The next link of a chain. @param before fingerprint of the line before, {@link #BEGINNING} for the first */
    static AuditEntry next(String subject, long position, String act, String actor, String detail, Instant at, String before) {
        return new AuditEntry(subject, position, act, actor, detail, at, hash(subject, position, act, actor, detail, at, before));
    }

    /** Whether the fingerprint is that of this line after that one: nothing in it was changed, and nothing stands between them. */
    public boolean follows(String before) {
        return sha256.equals(hash(subject, position, act, actor, detail, at, before));
    }

    private static String hash(String subject, long position, String act, String actor, String detail, Instant at, String before) {
        return hash(FORM, subject, String.valueOf(position), act, actor, detail,
                String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)), before);
    }

    /** Each text with its length before it, so that no two different lists of texts read alike. */
    static String hash(String... texts) {
        StringBuilder all = new StringBuilder(256);
        for (String text : texts) {
            all.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text).append('\n');
        }
        return Sha256.of(all.toString());
    }
}
