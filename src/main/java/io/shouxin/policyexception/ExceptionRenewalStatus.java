package io.shouxin.policyexception;

/** How the renewal of a policy exception stands (例外续期状态). */
public enum ExceptionRenewalStatus {
    /** 审批中: before those who decide. */
    ASKED,
    /** 已退回: with who asked for it, to be asked for again or taken back. */
    RETURNED,
    /** 已续期: the exception holds until the later day. */
    RENEWED,
    /** 未获批准: the exception ends on its old day. */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN;

    /** Not decided yet. */
    public boolean isOpen() {
        return this == ASKED || this == RETURNED;
    }
}
