package io.shouxin.modelling.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void oftenFindsNothingWrongWithRightProbabilitiesAndAlwaysWithDoubledOnes() {
        Random dice = new Random(11);
        int rejected = 0;
        for (int round = 0; round < 100; round++) {
            double[] probability = dice.doubles(1_000, 0.02, 0.4).toArray();
            boolean[] bad = new boolean[1_000];
            for (int i = 0; i < 1_000; i++) {
                bad[i] = dice.nextDouble() < probability[i];
            }
            rejected += Calibration.of(probability, bad).pValue() < 0.05 ? 1 : 0;
            double[] doubled = Arrays.stream(probability).map(p -> 2 * p).toArray();
            assertThat(Calibration.of(doubled, bad).pValue()).isLessThan(0.001);
        }
        assertThat(rejected).isBetween(1, 12);
    }

    @Test
    void theBrierScoreOfTheMeanIsItsVariance() {
        boolean[] bad = new boolean[40];
        Arrays.fill(bad, 0, 10, true);
        double[] mean = new double[40];
        Arrays.fill(mean, 0.25);
        Calibration told = Calibration.of(mean, bad);

        assertThat(told.brier()).isCloseTo(0.1875, within(1e-12));
        assertThat(told.brierOfMean()).isCloseTo(0.1875, within(1e-12));
        assertThat(told.groups()).extracting(Calibration.Group::cases).containsOnly(10);
    }

    @Test
    void aSampleIsAsStableAsItselfAndNotAsAnother() {
        Random dice = new Random(5);
        double[] before = dice.doubles(2_000).toArray();
        double[] alike = dice.doubles(2_000).toArray();
        double[] moved = Arrays.stream(alike).map(x -> x * x).toArray();

        assertThat(PopulationStability.index(before, before)).isZero();
        assertThat(PopulationStability.index(before, alike)).isBetween(0.0, 0.02);
        assertThat(PopulationStability.index(before, moved)).isGreaterThan(0.25);
    }
}
