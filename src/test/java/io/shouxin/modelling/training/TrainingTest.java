package io.shouxin.modelling.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.modelling.Cases;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.DataTableFile;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.testkit.RealData;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final TrainingPlan PLAN = new TrainingPlan(BinningRules.USUAL, 0.02, 0.8, 12, 0, 5, 3, 1, Scaling.USUAL);

    /** Siddiqi, Credit Risk Scorecards (2006): 600 points at 50 to 1, doubling every 20. */
    @Test
    void scalesAsPublished() {
        assertThat(Scaling.USUAL.factor()).isCloseTo(28.8539, within(1e-4));
        assertThat(Scaling.USUAL.offset()).isCloseTo(487.123, within(1e-3));
        assertThat(Scaling.USUAL.points(-Math.log(50))).isCloseTo(600, within(1e-9));
        assertThat(Scaling.USUAL.points(-Math.log(100))).isCloseTo(620, within(1e-9));
    }

    @Test
    void findsTheFactorsThatMatterAndLeavesOutWhatDoesNot() {
        Training training = Training.of(Cases.firms(2_000, 5), PLAN, null).orElseThrow();

        assertThat(training.model().factors()).extracting(Binning::factor).contains("size", "voids").doesNotContain("street");
        assertThat(IntStream.range(1, training.model().fit().beta().length)).allMatch(k -> training.model().fit().beta()[k] > 0);
        assertThat(training.heldBack().auc()).isBetween(0.72, training.fitted().auc());
        assertThat(training.calibrated().pValue()).isGreaterThan(0.01);
        assertThat(training.stability()).isLessThan(0.1);
    }

    @Test
    void theSamePlanOnTheSameCasesGivesTheSameModelToTheLastDigit() {
        Training one = Training.of(Cases.firms(600, 5), PLAN, null).orElseThrow();
        Training other = Training.of(Cases.firms(600, 5), PLAN, null).orElseThrow();

        assertThat(one.model().fit().beta()).containsExactly(other.model().fit().beta());
        assertThat(one.tried().aucs()).isEqualTo(other.tried().aucs());
    }

    /** The test of tests: on noise, a model tried on its own cases looks good and one tried on others does not. */
    @Test
    void crossValidationFindsNothingInNoise() {
        Random dice = new Random(21);
        boolean[] bad = new boolean[200];
        Column[] noise = new Column[40];
        for (int i = 0; i < 200; i++) {
            bad[i] = dice.nextInt(4) == 0;
        }
        for (int k = 0; k < noise.length; k++) {
            noise[k] = Cases.numbers("noise" + k, dice.doubles(200).toArray());
        }
        Sample sample = Cases.sample(bad, noise);
        Training training = Training.of(sample, new TrainingPlan(BinningRules.USUAL, 0.02, 0.8, 12, 1, 5, 3, 1, Scaling.USUAL), null).orElseThrow();

        assertThat(training.fitted().auc()).isGreaterThan(0.75);
        assertThat(training.tried().meanAuc()).isBetween(0.35, 0.62);
    }

    @Test
    void aHeldBackCaseNeverBearsOnItsOwnPrediction() {
        Sample sample = Cases.firms(300, 9);
        boolean[] turned = sample.bad().clone();
        double[] before = CrossValidation.of(sample, PLAN).orElseThrow().logOdds();
        // another outcome and the same cut: deal the cut from the old outcomes, train on the new
        Sample other = new Sample(sample.table(), sample.outcome(), sample.factors(), turned);
        int[] part = CrossValidation.parts(sample.bad(), 5, new Random(1));
        int held = IntStream.range(0, 300).filter(row -> part[row] == 0).findFirst().orElseThrow();
        int[] others = IntStream.range(0, 300).filter(row -> part[row] != 0).toArray();
        double asItWas = new Trainer(other, PLAN).train(others).orElseThrow().logOdds(other, new int[] {held})[0];
        turned[held] = !turned[held];
        double asItIs = new Trainer(other, PLAN).train(others).orElseThrow().logOdds(other, new int[] {held})[0];

        assertThat(asItIs).isEqualTo(asItWas);
        assertThat(before).hasSize(300);
    }

    @Test
    void refusesLaterCasesThatLackAFactorOrHaveItInWords() {
        Sample sample = Cases.firms(300, 9);
        String[] words = new String[300];
        java.util.Arrays.fill(words, "large");
        Sample lacking = Cases.sample(sample.bad(), sample.factor("size"), sample.factor("voids"), sample.factor("street"));
        Sample inWords = Cases.sample(sample.bad(), Cases.codes("size", words), sample.factor("voids"), sample.factor("street"), sample.factor("trade"));

        assertThat(Training.of(sample, PLAN, lacking).refusals()).extracting("code").containsExactly("DATA_COLUMN_DIFFERS");
        assertThat(Training.of(sample, PLAN, inWords).refusals()).extracting("code").containsExactly("DATA_COLUMN_DIFFERS");
    }

    @Test
    void dealsGoodAndBadCasesEvenly() {
        boolean[] bad = new boolean[62];
        for (int i = 0; i < 15; i++) {
            bad[i] = true;
        }
        int[] part = CrossValidation.parts(bad, 5, new Random(1));

        for (int fold = 0; fold < 5; fold++) {
            int held = fold;
            assertThat(IntStream.range(0, 62).filter(row -> part[row] == held).count()).isBetween(12L, 13L);
            assertThat(IntStream.range(0, 15).filter(row -> part[row] == held).count()).isEqualTo(3);
        }
    }

    @Test
    void aRealPortfolioOfLoansIsToldApartOutOfSample() {
        Sample loans = Sample.of(DataTableFile.read(RealData.file("hmeq/hmeq.csv"), Set.of()).orElseThrow(), "Default", "1").orElseThrow();
        Training training = Training.of(loans, new TrainingPlan(BinningRules.USUAL, 0.02, 0.8, 12, 0, 5, 1, 1, Scaling.USUAL), null).orElseThrow();

        assertThat(loans.size()).isEqualTo(5_960);
        assertThat(((NumberColumn) loans.factor("DEBTINC")).missing().cardinality()).isGreaterThan(1_000);
        assertThat(training.heldBack().auc()).isGreaterThan(0.85);
    }
}
