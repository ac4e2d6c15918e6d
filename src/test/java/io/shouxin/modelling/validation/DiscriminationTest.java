package io.shouxin.modelling.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscriminationTest {

    @Test
    void countsPairsInTheRightOrderAndTiesHalf() {
        double[] score = {1, 2, 2, 3, 4, 5};
        boolean[] bad = {false, false, true, false, true, true};

        Discrimination told = Discrimination.of(score, bad);

        // pairs bad over good: 2>1, 2=2, 2<3; 4>1,2,3; 5>1,2,3 -> (1 + .5 + 3 + 3) / 9
        assertThat(told.auc()).isCloseTo(7.5 / 9, within(1e-12));
        assertThat(told.gini()).isCloseTo(2 * 7.5 / 9 - 1, within(1e-12));
        assertThat(told.ks()).isCloseTo(2.0 / 3, within(1e-12));
    }

    /** Worked out by hand from the structural components of DeLong, DeLong and Clarke-Pearson (1988). */
    @Test
    void theStandardErrorIsDeLongs() {
        double[] score = {1, 2, 3, 4, 5, 6};
        boolean[] bad = {false, false, true, false, true, true};
        Discrimination told = Discrimination.of(score, bad);
        // components of the bad: 2/3, 1, 1; of the good: 1, 1, 2/3; both variances 1/27
        assertThat(told.auc()).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(told.error()).isCloseTo(Math.sqrt(2.0 / 81), within(1e-12));
    }

    @Test
    void aReversedScoreTellsTheOpposite() {
        Random dice = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[] score = dice.doubles(60).map(x -> Math.round(x * 20)).toArray();
            boolean[] bad = new boolean[60];
            for (int i = 0; i < 60; i++) {
                bad[i] = i < 5 || dice.nextInt(4) == 0 && i > 10;
            }
            double there = Discrimination.of(score, bad).auc();
            double back = Discrimination.of(Arrays.stream(score).map(x -> -x).toArray(), bad).auc();
            assertThat(there + back).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aPerfectScoreHasNoErrorAndAUselessOneIsHalf() {
        assertThat(Discrimination.of(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
                .satisfies(told -> assertThat(told.auc()).isEqualTo(1)).satisfies(told -> assertThat(told.ks()).isEqualTo(1));
        assertThat(Discrimination.of(new double[] {7, 7, 7, 7}, new boolean[] {false, true, false, true}).auc()).isEqualTo(0.5);
    }

    @Test
    void needsCasesOfBothKinds() {
        assertThatThrownBy(() -> Discrimination.of(new double[] {1, 2}, new boolean[] {true, true})).isInstanceOf(IllegalArgumentException.class);
    }
}
