package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;

/**
 * A second officer's word on a scan.
 *
 * @param paper  number of a contract paper; that of the agreement, or null, for the agreement itself
 * @param same   whether the scan shows what was sent out, signed
 * @param reason why not, or why it is the same although the comparison finds little alike; told in the audit trail
 */
public record ConfirmPaperCopy(AgreementId agreement, String paper, boolean same, String reason) {
}
