package io.shouxin.contract;

import io.shouxin.document.PaperComparisonReport;
import java.time.Instant;

/**
 * Who signed what and when.
 *
 * @param signedBy    login of him who signed, or of the officer who recorded what was signed elsewhere or by hand
 * @param paperCopy   the scan or file that came back; null when signed here
 * @param manner      never null
 * @param certificate whose certificate it was and who issued it; null when typed or by hand
 * @param comparison  of the scan with what was sent out; null unless by hand
 * @param confirmedBy login of the second officer who compared the scan; null until he has, and unless by hand
 */
public record Signature(SignatoryRole role, String signedBy, String fullName, Instant signedAt, String documentSha256, String paperCopy,
                        SignatureManner manner, String certificate, PaperComparisonReport comparison, String confirmedBy,
                        Instant confirmedAt) {

    public Signature {
        manner = manner == null ? SignatureManner.TYPED : manner;
    }

    Signature confirmed(String officer, Instant at) {
        return new Signature(role, signedBy, fullName, signedAt, documentSha256, paperCopy, manner, certificate, comparison, officer, at);
    }

    /** By hand, and no second officer has looked at it yet. */
    public boolean toConfirm() {
        return manner == SignatureManner.ON_PAPER && confirmedBy == null;
    }
}
