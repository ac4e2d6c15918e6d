package io.shouxin.modelling.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightOfEvidenceTest {

    /** German credit (UCI 144), 700 good and 300 bad; values as published with the R package scorecard. */
    @ParameterizedTest
    @CsvSource({"rent, 109, 70, 0.4044452, 0.03139265", "own, 527, 186, -0.1941560, 0.02579501", "for free, 64, 44, 0.4726044, 0.02610577"})
    void givesThePublishedWeightAndInformationOfHousing(String housing, long good, long bad, double woe, double iv) {
        WeightOfEvidence evidence = new WeightOfEvidence(700, 300, 0);

        assertThat(evidence.woe(good, bad)).isCloseTo(woe, within(5e-8));
        assertThat(evidence.iv(good, bad)).isCloseTo(iv, within(5e-9));
    }

    @Test
    void countsHalfACaseWhereABinHasNoneOfOneKind() {
        WeightOfEvidence evidence = new WeightOfEvidence(100, 10, 0);

        assertThat(evidence.woe(20, 0)).isCloseTo(Math.log((0.5 / 10) / (20.5 / 100)), within(1e-12));
        assertThat(evidence.woe(0, 2)).isCloseTo(Math.log((2.5 / 10) / (0.5 / 100)), within(1e-12));
    }

    @Test
    void aSmoothedBinOfFewCasesSaysLessThanOneOfMany() {
        WeightOfEvidence evidence = new WeightOfEvidence(100, 100, 10);

        assertThat(evidence.woe(1, 3)).isPositive().isLessThan(evidence.woe(10, 30)).isLessThan(Math.log(3));
        assertThat(evidence.woe(2, 2)).isCloseTo(0, within(1e-12));
    }

    @Test
    void informationIsNeverNegative() {
        Random dice = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long goods = 1 + dice.nextInt(1000);
            long bads = 1 + dice.nextInt(1000);
            WeightOfEvidence evidence = new WeightOfEvidence(goods, bads, i % 2 * dice.nextInt(20));
            assertThat(evidence.iv(dice.nextInt((int) goods + 1), dice.nextInt((int) bads + 1))).isGreaterThanOrEqualTo(0);
        }
    }
}
