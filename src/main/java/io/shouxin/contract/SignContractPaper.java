package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.DocumentId;

/**
 * Records that somebody who gives security has signed.
 *
 * @param paper          number of the guarantee, mortgage or pledge contract
 * @param fullName       of him who signed
 * @param documentSha256 fingerprint of the text he was sent
 * @param returned       the file that came back: a PDF signed with a certificate, or a scan of what was signed by hand
 */
public record SignContractPaper(AgreementId agreement, String paper, String fullName, String documentSha256, DocumentId returned) {
}
