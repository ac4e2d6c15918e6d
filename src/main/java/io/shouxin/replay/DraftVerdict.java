package io.shouxin.replay;

/** What the second person says to a draft. */
public enum DraftVerdict {
    /** 同意发布. */
    APPROVE,
    /** 退回修改: needs a remark. */
    RETURN,
    /** 否决: needs a remark. */
    REFUSE
}
