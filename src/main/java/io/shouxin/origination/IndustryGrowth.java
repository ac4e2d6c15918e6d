package io.shouxin.origination;

import java.math.BigDecimal;

/**
 * How fast the firms of an industry grew (行业增长率), by policy {@code industry-median}.
 *
 * @param median   of the growth of sales, as a fraction
 * @param industry division or section of GB/T 4754, or {@code ALL} where the table has neither
 * @param year     the figure is of
 */
record IndustryGrowth(BigDecimal median, String industry, int year) {

    static final String POLICY = "industry-median";
    static final String RATIO = "revenueGrowth";
    static final String ALL = "ALL";
}
