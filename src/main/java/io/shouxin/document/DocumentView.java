package io.shouxin.document;

import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A stored document without its content.
 *
 * @param sha256      fingerprint of the content in lower-case hex
 * @param generated   made by the bank, not brought by anybody
 * @param replaces    number of the earlier document of the same kind that this one replaced; null for the first
 * @param retainUntil last day on which it must be kept
 */
public record DocumentView(DocumentId id, String subject, CustomerId customer, String kind, String fileName, String mediaType,
                           long sizeBytes, String sha256, boolean generated, String replaces, String receivedBy, Instant receivedAt,
                           LocalDate retainUntil) {

    /**
     * Whether this person, who may read the case, reads it: no customer reads the bank's own (银行内部资料), which are papers about him that belong
     * to no application, the report of a visit on site, and the committee's minutes.
     */
    public boolean readableBy(Person reader) {
        return reader.isOfficer() || !subject.equals(customer.value()) && !DocumentDesk.WRITTEN_FOR_THE_BANK.contains(kind);
    }
}
