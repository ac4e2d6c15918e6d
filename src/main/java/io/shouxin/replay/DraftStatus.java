package io.shouxin.replay;

/** How far a draft has come (草案状态). */
public enum DraftStatus {
    /** 起草中: may be revised and replayed; a challenger stays here. */
    DRAFT,
    /** 待复核: unchangeable while a second person looks at it. */
    SUBMITTED,
    /** 已退回: back with its author. */
    RETURNED,
    /** 已同意: about to be published. */
    APPROVED,
    /** 已发布: in the policy book for good. */
    PUBLISHED,
    /** 已否决. */
    REFUSED,
    /** 已撤回 by its author. */
    WITHDRAWN;

    /** Whether its author may still work on it. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
