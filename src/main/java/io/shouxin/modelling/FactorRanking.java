package io.shouxin.modelling;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was known of cases beforehand, in the order of how much it tells about their end (因素排序).
 *
 * @param cases   whose end is known
 * @param bad     of these, ended badly
 * @param factors the most telling first
 */
public record FactorRanking(String outcome, List<String> populations, int cases, int bad, List<RankedFactor> factors) {

    /**
     * @param iv       information value: below 0.02 nothing, to 0.1 weak, to 0.3 medium, above strong
     * @param strength {@code NONE}, {@code WEAK}, {@code MEDIUM}, {@code STRONG}; {@code SUSPICIOUS} above 0.5, where one has to ask whether
     *                 the factor decided the outcome
     */
    public record RankedFactor(String factor, BigDecimal iv, String strength, List<FactorBin> bins) {
    }

    /**
     * @param label   as a decision table writes it: {@code [0.1..0.2)}, {@code "C","F"}; {@code null} for missing values, {@code rare} for
     *                codes too rare for a bin of their own
     * @param badRate fraction of the cases in the bin that ended badly
     * @param woe     weight of evidence; above zero riskier than average
     */
    public record FactorBin(String label, int cases, int bad, BigDecimal badRate, BigDecimal woe) {
    }
}
