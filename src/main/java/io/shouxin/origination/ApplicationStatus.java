package io.shouxin.origination;

import java.util.EnumSet;
import java.util.Set;

/** Where a credit application stands (申请状态). The first seven are open, the last five are final and leave a letter. */
public enum ApplicationStatus {
    /** 草稿: being filled in by the customer or his relationship manager. */
    DRAFT,
    /** 资料收集: submitted; documents are uploaded and checked. */
    COLLECTING_DOCUMENTS,
    /** 资质审核与评估: the analyst enters data and assesses. */
    IN_ASSESSMENT,
    /** 审批中: a proposal lies before the approvers. */
    IN_APPROVAL,
    /** 已发授信要约: the customer has an offer to answer. */
    OFFERED,
    /** 签约中: the agreement is drawn up and signed, conditions are met. */
    CONTRACTING,
    /** 已生效: the facilities are active. */
    ACTIVE,
    /** 已拒绝: knocked out, not qualified, without limit, declined by an approver, or in the end not signed by the bank. */
    DECLINED,
    /** 已撤回: taken back by the customer. */
    WITHDRAWN,
    /** 已失效: documents, or the signature of the customer, did not arrive in time. */
    LAPSED,
    /** 意向已过期: the offer was not answered in time. */
    OFFER_EXPIRED,
    /** 客户拒绝: the customer refused the offer, or to sign. */
    REFUSED_BY_CUSTOMER;

    private static final Set<ApplicationStatus> CLOSED = EnumSet.of(DECLINED, WITHDRAWN, LAPSED, OFFER_EXPIRED, REFUSED_BY_CUSTOMER);
    private static final Set<ApplicationStatus> WITHDRAWABLE =
            EnumSet.of(DRAFT, COLLECTING_DOCUMENTS, IN_ASSESSMENT, IN_APPROVAL, OFFERED, CONTRACTING);

    /** Ended without a facility; a reservation is released and a letter states the reasons. */
    public boolean isClosed() {
        return CLOSED.contains(this);
    }

    /** Still on its way: neither closed nor active. */
    public boolean isOpen() {
        return !isClosed() && this != ACTIVE;
    }

    /** The customer may still take it back; after the facilities are active he may not. */
    public boolean mayBeWithdrawn() {
        return WITHDRAWABLE.contains(this);
    }
}
