package io.shouxin.approval;

/** What somebody does with an approval case (审批动作); each is kept with its reason and never erased. Labels: {@code verb.<name>}. */
public enum Verb {
    /** 同意 */
    APPROVE,
    /** 有条件同意: the conditions become part of the decision. */
    CONDITIONAL,
    /** 否决 */
    DECLINE,
    /** 弃权; committee only. */
    ABSTAIN,
    /** 退回经办人: the proposal is to be amended. */
    RETURN,
    /** 退回前级: an earlier tier of the same case decides anew. */
    RETURN_TO_TIER,
    /** 补件: asks for documents and gets the case back. */
    ASK_FOR_DOCUMENTS,
    /** 加签: asks colleagues for their opinion, before or after oneself. */
    ADD_SIGNERS,
    /** 转办: hands the task to a colleague of the same tier. */
    HAND_OVER,
    /** 申报回避 */
    DECLARE_CONFLICT,
    /** 加签意见: an added signer's opinion. */
    SIGN,
    /** 减签: takes an added signer off again. */
    REMOVE_SIGNER,
    /** 补充资料: answers who asked for documents. */
    BRING_DOCUMENTS,
    /** 撤回决定: takes back one's own decision on which nobody has acted yet. */
    TAKE_BACK,
    /** 撤回送审: takes a submission back on which nobody has acted yet. */
    RECALL,
    /** 催办 */
    URGE,
    /** 代办: a task comes to the delegate of somebody absent. */
    STAND_IN,
    /** 改派: somebody who runs the engine gives the task to an officer. */
    REASSIGN,
    /** 超限上报: too many returns, so the next tier decides. */
    ESCALATE,
    /** 无人可审上报: nobody is left at the tier, so the next decides. */
    PASS_UP,
    /** 逾期未补: the customer did not bring what he was asked for in time, so the case goes back to who asked. */
    LAPSE,
    /** 加签落空: nobody is left of the added signers, so the approver decides without them. */
    SIGNERS_GONE,
    /** 无法形成决议: nobody at the tier, or too few in the committee, may or can decide; told once. */
    STALLED,
    /** 作废 */
    VOID;

    /** Acts of the officer whose turn it is at the open tier. */
    public boolean isOfTier() {
        return ordinal() <= HAND_OVER.ordinal();
    }
}
