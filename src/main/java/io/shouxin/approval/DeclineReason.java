package io.shouxin.approval;

/** Usual reasons for declining (否决理由); other codes of the same form are accepted too. Labels: {@code reason.<name>}. */
public enum DeclineReason {
    REPAYMENT_ABILITY,
    FINANCIAL_CONDITION,
    CREDIT_RECORD,
    PURPOSE_NOT_PLAUSIBLE,
    SECURITY_INSUFFICIENT,
    INDUSTRY_POLICY,
    GROUP_EXPOSURE,
    DOCUMENTS_UNRELIABLE,
    OTHER_REASON
}
