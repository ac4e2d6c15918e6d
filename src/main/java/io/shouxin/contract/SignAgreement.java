package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.DocumentId;

/**
 * A signature.
 *
 * @param fullName       typed by the signatory; must be his name
 * @param documentSha256 fingerprint of the document he was shown
 * @param paperCopy      scan of the copy the customer signed by hand, needed when an officer records it for him; else null
 */
public record SignAgreement(AgreementId agreement, SignatoryRole role, String fullName, String documentSha256, DocumentId paperCopy) {
}
