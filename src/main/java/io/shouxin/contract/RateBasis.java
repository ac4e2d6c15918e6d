package io.shouxin.contract;

/** How a rate is agreed (定价方式). Words: {@code rateBasis.CODE}. */
public enum RateBasis {
    /** 固定利率. */
    FIXED,
    /** 贷款市场报价利率加点, reset on the dates agreed. */
    LPR
}
