package io.shouxin.document;

import java.time.Instant;

/**
 * One item of a checklist.
 *
 * @param kind       document kind code, e.g. {@code BUSINESS_LICENCE}; its label stands under {@code documentKind.CODE}
 * @param required   an optional item never holds up the application
 * @param demand     reason code why the policy asks for it
 * @param reason     why it was rejected, in the officer's words; null unless {@link ItemState#REJECTED}
 * @param documentId the document that counts now; null while {@link ItemState#MISSING}
 * @param judgedBy   officer who accepted or rejected; null before
 */
public record ChecklistItem(String kind, boolean required, String demand, ItemState state, String reason, String documentId,
                            String fileName, Long sizeBytes, String uploadedBy, Instant uploadedAt, String judgedBy, Instant judgedAt) {
}
