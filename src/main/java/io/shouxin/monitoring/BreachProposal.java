package io.shouxin.monitoring;

/** What is proposed because of a breach (违约处理建议), mildest first; message {@code breachProposal.CODE}. */
public enum BreachProposal {
    /** 豁免: this one test is waived; no case. */
    WAIVE,
    /** 提前复评. */
    REVIEW,
    /** 追加担保: an early review that asks for more security. */
    SECURITY,
    /** 减少额度. */
    DECREASE,
    /** 暂停额度. */
    SUSPEND;

    /** Whether it is a change of the limit; otherwise a review. */
    public boolean changesLimit() {
        return this == DECREASE || this == SUSPEND;
    }
}
