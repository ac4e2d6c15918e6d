package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;

/** Event: a decision ended an approval case; published in the transaction of that decision. */
public record CaseDecided(ApprovalCaseId approval) {
}
