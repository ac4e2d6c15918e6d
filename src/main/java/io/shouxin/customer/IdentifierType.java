package io.shouxin.customer;

/** What kind of number tells one customer from all others (证件类型). */
public enum IdentifierType {
    /** 统一社会信用代码, GB 32100-2015: 18 characters, two check characters. Enterprises. */
    UNIFIED_SOCIAL_CREDIT_CODE,
    /** 居民身份证号码, GB 11643-1999: 18 characters, one check character. Individuals. Kept encrypted. */
    RESIDENT_ID,
    /** 内部编号: the code of a masked data set such as {@code E1}. Proves nothing: the customer counts as not yet verified. */
    INTERNAL_REFERENCE
}
