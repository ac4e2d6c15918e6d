package io.shouxin.approval;

/** How a case stands (审批状态); all but {@link #OPEN} are final. */
public enum ApprovalStatus {
    /** 审批中 */
    OPEN,
    /** 已批准 */
    APPROVED,
    /** 已否决 */
    DECLINED,
    /** 已退回: a new case is opened for the amended proposal. */
    RETURNED,
    /** 已作废: the proposal was amended or withdrawn before the last tier had decided. */
    VOIDED
}
