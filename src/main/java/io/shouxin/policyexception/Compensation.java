package io.shouxin.policyexception;

/** What makes up for a rule that is set aside (补偿措施). */
public enum Compensation {
    /** 无 */
    NONE,
    /** 追加担保 */
    ADDITIONAL_SECURITY,
    /** 缩短期限 */
    SHORTER_TERM,
    /** 压低额度 */
    LOWER_LIMIT,
    /** 加密检查 */
    CLOSER_REVIEW,
    /** 约定事项 */
    COVENANT
}
