package io.shouxin.document;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One item of a checklist.
 *
 * @param kind       document kind code, e.g. {@code BUSINESS_LICENCE}; its label stands under {@code documentKind.CODE}
 * @param required   an optional item never holds up the application
 * @param demand     reason code why the policy asks for it
 * @param reason     why it was rejected or is asked for, in the officer's words; null otherwise
 * @param documentId the document that counts now; null while {@link ItemState#MISSING}
 * @param judgedBy   officer who accepted or rejected; null before
 * @param asked      whether an approver waits for it
 * @param laterUntil until when it may be brought later and holds nothing up, by a policy exception; null as a rule
 */
public record ChecklistItem(String kind, boolean required, String demand, ItemState state, String reason, String documentId,
                            String fileName, Long sizeBytes, String uploadedBy, Instant uploadedAt, String judgedBy, Instant judgedAt,
                            boolean asked, LocalDate laterUntil) {

    static ChecklistItem missing(String kind, boolean required, String demand) {
        return new ChecklistItem(kind, required, demand, ItemState.MISSING, null, null, null, null, null, null, null, null, false, null);
    }

    ChecklistItem demanded(boolean stillRequired, String why) {
        return new ChecklistItem(kind, stillRequired, why, state, reason, documentId, fileName, sizeBytes, uploadedBy, uploadedAt,
                judgedBy, judgedAt, asked, laterUntil);
    }

    ChecklistItem uploaded(DocumentView document) {
        return new ChecklistItem(kind, required, demand, ItemState.UPLOADED, null, document.id().value(), document.fileName(),
                document.sizeBytes(), document.receivedBy(), document.receivedAt(), null, null, asked, laterUntil);
    }

    ChecklistItem judged(DocumentVerdict verdict, PersonId officer, Instant at) {
        return new ChecklistItem(kind, required, demand, verdict.accepted() ? ItemState.ACCEPTED : ItemState.REJECTED,
                verdict.accepted() ? null : verdict.reason().strip(), documentId, fileName, sizeBytes, uploadedBy, uploadedAt,
                officer.value(), at, asked, laterUntil);
    }

    /** An approver waits for it, or for another than the one that was brought. Who he is the customer doesn't learn. */
    ChecklistItem askedFor(String why) {
        return new ChecklistItem(kind, required, demand, documentId == null ? ItemState.MISSING : ItemState.REJECTED, why, documentId, fileName,
                sizeBytes, uploadedBy, uploadedAt, null, null, true, laterUntil);
    }

    /** No approver waits for it any more. */
    ChecklistItem noLongerAskedFor() {
        return new ChecklistItem(kind, required, demand, state, state == ItemState.MISSING ? null : reason, documentId, fileName, sizeBytes,
                uploadedBy, uploadedAt, judgedBy, judgedAt, false, laterUntil);
    }

    /** @param until null when it is due again */
    ChecklistItem later(LocalDate until) {
        return new ChecklistItem(kind, required, demand, state, reason, documentId, fileName, sizeBytes, uploadedBy, uploadedAt, judgedBy, judgedAt,
                asked, until);
    }

    /** Whether the bank, not the customer, has to bring it. */
    public boolean fromBank() {
        return isFromBank(kind);
    }

    /** Whether documents of that kind are the bank's to bring: the report of a visit on site is the only one. */
    public static boolean isFromBank(String kind) {
        return DocumentDesk.SITE_VISIT_REPORT.equals(kind);
    }

    /** As the customer sees it: of what the bank brings he learns how far it is, not what it says. */
    ChecklistItem forCustomer() {
        return fromBank() ? new ChecklistItem(kind, required, demand, state, null, null, null, null, null, null, null, null, asked, laterUntil) : this;
    }

    /** Required now or asked for by an approver, and still missing or rejected. */
    boolean outstanding() {
        return (required && laterUntil == null || asked) && (state == ItemState.MISSING || state == ItemState.REJECTED);
    }
}
