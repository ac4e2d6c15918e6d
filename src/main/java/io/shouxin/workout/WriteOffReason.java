package io.shouxin.workout;

/** Why nothing more is expected (核销事由). Labels: {@code writeOffReason.<name>}. */
public enum WriteOffReason {
    /** 破产或注销: bankruptcy ended, or the firm was struck off. */
    BANKRUPTCY,
    /** 执行终结: enforcement was ended by the court without further assets. */
    ENFORCEMENT_ENDED,
    /** 死亡或失踪: the debtor died or is missing, and his estate does not pay. */
    DEATH_OR_MISSING,
    /** 诈骗: a crime, the case is with the police. */
    FRAUD,
    /** 催收无果: long past due, collected in every way without result. */
    COLLECTION_EXHAUSTED,
    /** 其他 */
    OTHER
}
