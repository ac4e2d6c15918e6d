package io.shouxin.modelling.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.modelling.Cases;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorBinsTest {

    private final Sample firms = Cases.firms(1_000, 7);

    @Test
    void everyCaseIsInExactlyOneBin() {
        for (Column factor : firms.factors()) {
            Binning binning = bins(BinningRules.USUAL, factor.name());
            assertThat(binning.bins().stream().mapToLong(Bin::cases).sum()).as(factor.name()).isEqualTo(1_000);
            for (int row = 0; row < firms.size(); row++) {
                int at = row;
                assertThat(binning.bins().stream().filter(bin -> bin == binning.of(factor, at).orElseThrow())).hasSize(1);
            }
        }
    }

    @Test
    void theBadRateOnlyFallsAlongAQuantityThatProtects() {
        List<Double> rates = bins(BinningRules.USUAL, "size").bins().stream().map(Bin::badRate).toList();

        assertThat(rates).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void noBinOfKnownValuesIsSmallerThanAgreedAndThereAreNotTooMany() {
        BinningRules rules = new BinningRules(4, 0.1, Trend.ANY, 0, 20);

        for (Column factor : firms.factors()) {
            List<Bin> known = bins(rules, factor.name()).bins().stream().filter(bin -> bin.kind() != Bin.Kind.MISSING).toList();
            assertThat(known).hasSizeLessThanOrEqualTo(4).allSatisfy(bin -> assertThat(bin.cases()).isGreaterThanOrEqualTo(100));
        }
    }

    @Test
    void aStraightTrendTakesEqualStepsBetweenBoundsThatDoNotDependOnTheOutcome() {
        BinningRules straight = new BinningRules(5, 0.1, Trend.STRAIGHT, 5, 20);
        Binning size = bins(straight, "size");
        boolean[] others = firms.bad().clone();
        for (int i = 0; i < others.length; i++) {
            others[i] = !others[i];
        }
        Sample other = Cases.sample(others, firms.factor("size"));

        assertThat(size.bins()).hasSize(5);
        double step = size.bins().get(1).woe() - size.bins().get(0).woe();
        assertThat(step).isNegative();
        for (int k = 1; k < 5; k++) {
            assertThat(size.bins().get(k).woe() - size.bins().get(k - 1).woe()).isCloseTo(step, within(1e-12));
        }
        assertThat(new FactorBins(other, other.all(), straight).of(other.factor("size")).bins()).extracting(Bin::label)
                .isEqualTo(size.bins().stream().map(Bin::label).toList());
    }

    @Test
    void missingValuesHaveABinOfTheirOwn() {
        Bin last = bins(BinningRules.USUAL, "voids").bins().stream().reduce((one, other) -> other).orElseThrow();

        assertThat(last.kind()).isEqualTo(Bin.Kind.MISSING);
        assertThat(last.cases()).isEqualTo(59);
        assertThat(last.label()).isEqualTo("null");
    }

    @Test
    void rareCodesShareABinAndACodeNeverSeenIsJudgedLikeThem() {
        boolean[] bad = new boolean[100];
        String[] codes = new String[100];
        for (int i = 0; i < 100; i++) {
            codes[i] = i < 60 ? "A" : i < 97 ? "B" : "R" + i;
            bad[i] = i % 4 == 0;
        }
        Sample sample = Cases.sample(bad, Cases.codes("code", codes));
        Binning binning = new FactorBins(sample, sample.all(), BinningRules.USUAL).of(sample.factor("code"));

        assertThat(binning.bins()).extracting(Bin::kind).containsExactlyInAnyOrder(Bin.Kind.LEVELS, Bin.Kind.LEVELS, Bin.Kind.RARE_LEVELS);
        assertThat(binning.of(Cases.codes("code", "never seen"), 0)).hasValueSatisfying(bin ->
                assertThat(bin.levels()).containsExactly("R97", "R98", "R99"));
    }

    @Test
    void aMissingValueTheSampleHadNoneOfIsNoEvidenceEitherWay() {
        Binning size = bins(BinningRules.USUAL, "size");

        assertThat(size.of(Cases.numbers("size", Double.NaN), 0)).isEmpty();
        assertThat(size.woe(Cases.numbers("size", Double.NaN), 0)).isZero();
    }

    @Test
    void aFactorThatIsTheSameForAllTellsNothing() {
        Sample sample = Cases.sample(firms.bad(), Cases.numbers("constant", new double[1_000]));
        Binning binning = new FactorBins(sample, sample.all(), BinningRules.USUAL).of(sample.factor("constant"));

        assertThat(binning.bins()).hasSize(1);
        assertThat(binning.iv()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.31, 0.44, 0.4", "1.8, 2.3, 2", "99999, 140000, 100000", "0.0371, 0.0374, 0.0374", "-0.4, 0.3, 0", "-7.6, -2.2, -3",
        "0.1234567, 0.1234568, 0.123"})
    void boundsAreAsRoundAsTheValuesAllow(double low, double high, double bound) {
        assertThat(RoundNumbers.between(low, high)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "0.05, 0.05", "-3, -3", "2.50, 2.5", "1E9, 1000000000"})
    void boundsAreWrittenPlainly(double bound, String text) {
        assertThat(RoundNumbers.text(bound)).isEqualTo(text);
    }

    private Binning bins(BinningRules rules, String factor) {
        return new FactorBins(firms, firms.all(), rules).of(firms.factor(factor));
    }
}
