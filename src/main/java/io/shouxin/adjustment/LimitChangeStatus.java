package io.shouxin.adjustment;

/** Where a change of a limit stands (额度调整状态). */
public enum LimitChangeStatus {
    /** 系统建议: opened by a rating or a market signal, with figures; an officer decides whether to propose it. */
    SUGGESTED,
    /** 审批中: proposed, not decided; or back with who proposed it for more. */
    PROPOSED,
    /** 已先行生效: stands in the ledger already, its approval is still to come. */
    IN_EFFECT,
    /** 已退回: approved, but the ledger or the facts had moved meanwhile so that it no longer fits; nothing was changed. */
    RETURNED,
    /** 已生效: approved and in the ledger. */
    APPLIED,
    /** 未批准: not approved; what had taken effect was taken back. */
    REFUSED,
    /** 已撤回: taken back by who proposed it, or a suggestion nobody took up. */
    WITHDRAWN;

    /** Still being worked on; an account has at most one open change of a kind. */
    public boolean isOpen() {
        return this == SUGGESTED || this == PROPOSED || this == IN_EFFECT || this == RETURNED;
    }
}
