package io.shouxin.approval;

/** What an approver says (审批意见). */
public enum Verdict {
    /** 同意 */
    APPROVE,
    /** 有条件同意; needs at least one condition. */
    CONDITIONAL,
    /** 否决; needs a reason code. */
    DECLINE,
    /** 退回; needs questions in the comment. In the committee only the chair returns. */
    RETURN,
    /** 弃权; committee only. */
    ABSTAIN;

    /** Whether the officer is for it. */
    public boolean approves() {
        return this == APPROVE || this == CONDITIONAL;
    }

    Verb verb() {
        return Verb.valueOf(name());
    }
}
