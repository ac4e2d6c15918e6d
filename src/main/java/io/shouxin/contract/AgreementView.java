package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OfferId;
import io.shouxin.origination.ApprovedTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An agreement as it stands.
 *
 * @param document       the text to be signed
 * @param documentSha256 its fingerprint; a signature names it
 * @param templateVersion of the text; it stays as it is whatever is published later
 * @param signedDocument the file with the signatures so far; null before the first
 * @param papers         what is signed with it
 * @param signBy         last day for the signatures
 * @param legalRemark    why it was returned; null otherwise
 * @param refusalReason  why one of the two does not sign; null when he gave no reason or nobody refused
 * @param sheet      the commercial terms; null in those of the days before there were any
 */
public record AgreementView(AgreementId id, ApplicationId application, OfferId offer, CustomerId customer, AgreementStatus status,
                            ApprovedTerms terms, TermSheet sheet, String termsHash, String templateVersion, DocumentId document, String documentSha256, DocumentId signedDocument,
                            LocalDate signBy, String legalRemark, String refusalReason, List<Signature> signatures,
                            List<ConditionPrecedent> conditions, List<ContractPaperView> papers) {

    public AgreementView {
        signatures = List.copyOf(signatures);
        conditions = List.copyOf(conditions);
        papers = List.copyOf(papers);
    }

    public boolean conditionsFulfilled() {
        return conditions.stream().allMatch(ConditionPrecedent::fulfilled);
    }

    public boolean signedByCustomer() {
        return signatures.stream().anyMatch(signature -> signature.role() == SignatoryRole.CUSTOMER);
    }

    /** Whether somebody who gives security still has to sign. */
    public boolean waitsForProviders() {
        return papers.stream().anyMatch(ContractPaperView::waitsForProvider);
    }

    /** Whether something signed by hand has not been looked at by a second officer. */
    public boolean hasPaperToConfirm() {
        return Stream.concat(signatures.stream(), papers.stream().flatMap(paper -> paper.signatures().stream())).anyMatch(Signature::toConfirm);
    }
}
