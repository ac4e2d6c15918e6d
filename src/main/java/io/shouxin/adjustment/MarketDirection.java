package io.shouxin.adjustment;

/** Which way a market turned (市场方向). */
public enum MarketDirection {
    /** 不利. */
    ADVERSE,
    /** 有利. */
    FAVOURABLE
}
