package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OfferId;
import io.shouxin.origination.ApprovedTerms;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An offer as it stands.
 *
 * @param round      first offer 1, after each counter-offer one more
 * @param validUntil last day on which it can be answered
 * @param letter     the offer letter in PDF
 * @param remark     what the customer wrote with his answer; null before
 * @param sheet      the commercial terms; null in those of the days before there were any
 */
public record OfferView(OfferId id, ApplicationId application, CustomerId customer, int round, OfferStatus status, LocalDate validUntil,
                        ApprovedTerms terms, TermSheet sheet, String termsHash, DocumentId letter, String remark, Instant issuedAt, String answeredBy,
                        Instant answeredAt) {

    /** Waits for the customer's answer. */
    public boolean isOpen() {
        return status == OfferStatus.ISSUED;
    }
}
