package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;

/**
 * The answer to the request that a condition precedent be waived.
 *
 * @param granted whether it is waived
 * @param reason  why, or why not
 */
public record WaiveCondition(AgreementId agreement, String code, boolean granted, String reason) {
}
