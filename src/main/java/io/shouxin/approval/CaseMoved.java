package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;

/** A case has moved without the task of whose turn it was: that turn is over. */
public record CaseMoved(ApprovalCaseId id) {
}
