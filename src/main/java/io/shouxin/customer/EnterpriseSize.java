package io.shouxin.customer;

/** Size class of an enterprise (企业规模) after the statistical classification of large, medium, small and micro firms (2017). */
public enum EnterpriseSize {
    /** 大型. */
    LARGE,
    /** 中型. */
    MEDIUM,
    /** 小型. */
    SMALL,
    /** 微型. */
    MICRO;

    /** Small or micro (小微企业). */
    public boolean isSmallOrMicro() {
        return this == SMALL || this == MICRO;
    }
}
