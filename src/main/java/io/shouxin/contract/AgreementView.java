package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OfferId;
import io.shouxin.origination.ApprovedTerms;
import java.time.LocalDate;
import java.util.List;

/**
 * An agreement as it stands.
 *
 * @param document       the text to be signed
 * @param documentSha256 its fingerprint; a signature names it
 * @param signedDocument the same text with the page of signatures; null until both have signed
 * @param signBy         last day for the signatures
 * @param legalRemark    why it was returned; null otherwise
 * @param refusalReason  why one of the two does not sign; null when he gave no reason or nobody refused
 */
public record AgreementView(AgreementId id, ApplicationId application, OfferId offer, CustomerId customer, AgreementStatus status,
                            ApprovedTerms terms, String termsHash, DocumentId document, String documentSha256, DocumentId signedDocument,
                            LocalDate signBy, String legalRemark, String refusalReason, List<Signature> signatures,
                            List<ConditionPrecedent> conditions) {

    public AgreementView {
        signatures = List.copyOf(signatures);
        conditions = List.copyOf(conditions);
    }

    public boolean conditionsFulfilled() {
        return conditions.stream().allMatch(ConditionPrecedent::fulfilled);
    }
}
