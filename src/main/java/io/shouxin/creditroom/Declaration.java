package io.shouxin.creditroom;

/** What a customer declares in the room before he does anything else there (声明与授权). Texts: {@code declaration.CODE}. */
public enum Declaration {
    /** 授信政策: he has read and accepts the credit policy, and what he tells is true. */
    CREDIT_POLICY,
    /** 征信查询授权: the bank may query his credit report for this application. */
    CREDIT_REPORT
}
