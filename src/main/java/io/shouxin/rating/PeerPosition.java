package io.shouxin.rating;

import java.math.BigDecimal;

/**
 * Where a firm's ratio stands among the firms of its industry (行业对标), by policy {@code industry-median}.
 *
 * @param industry      division or section of GB/T 4754 whose figures these are; {@link #ALL_INDUSTRIES} when the table has none
 *                      for the firm's own industry, or the industry is not known
 * @param lowerQuartile a quarter of the firms lie below
 * @param median        half of the firms lie below
 * @param upperQuartile a quarter of the firms lie above
 * @param year          the figures are of
 * @param source        code of where they come from; message {@code benchmarkSource.CODE}
 * @param position      of the firm
 * @param version       of the table
 */
public record PeerPosition(String industry, BigDecimal lowerQuartile, BigDecimal median, BigDecimal upperQuartile, int year,
                           String source, Position position, String version) {

    /** Stands for the row over all industries. */
    public static final String ALL_INDUSTRIES = "ALL";

    /** Whether the figures are those of the firm's own industry. */
    public boolean ownIndustry() {
        return !industry.equals(ALL_INDUSTRIES);
    }

    /** Message {@code peerPosition.CODE}. */
    public enum Position {
        /** 优于行业: beyond the better quartile. */
        BETTER,
        /** 行业中游: between the quartiles. */
        AT,
        /** 劣于行业: beyond the worse quartile. */
        WORSE;

        static Position of(BigDecimal value, BigDecimal lower, BigDecimal upper, Ratio.Better better) {
            boolean above = value.compareTo(upper) > 0;
            boolean below = value.compareTo(lower) < 0;
            if (!above && !below || better == Ratio.Better.NEITHER) {
                return AT;
            }
            return above == (better == Ratio.Better.HIGHER) ? BETTER : WORSE;
        }
    }
}
