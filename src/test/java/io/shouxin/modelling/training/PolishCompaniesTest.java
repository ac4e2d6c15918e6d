package io.shouxin.modelling.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.data.DataTable;
import io.shouxin.modelling.data.DataTableFile;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.validation.Discrimination;
import io.shouxin.testkit.RealData;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 7,027 Polish companies a year before the end of the forecast (UCI 365): the published formula beside trained models. */
@Tag("data")
class PolishCompaniesTest {

    private static final List<String> RATIOS = List.of("working capital / total assets", "retained earnings / total assets", "EBIT / total assets",
            "book value of equity / total liabilities");
    private static final double[] WEIGHTS = {6.56, 3.26, 6.72, 1.05};

    private static DataTable companies;

    @BeforeAll
    static void readTheCompanies() {
        companies = DataTableFile.read(RealData.file("polish-bankruptcy/1year.arff.gz"), Set.of()).orElseThrow();
    }

    /** Altman's Z″ (1995): 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4. */
    @Test
    void altmansFormulaTellsSomethingAndATrainedModelOfTheSameRatiosMore() {
        Sample all = Sample.of(companies, "bankruptcy", "1").orElseThrow();
        NumberColumn[] ratios = RATIOS.stream().map(name -> (NumberColumn) all.factor(name)).toArray(NumberColumn[]::new);
        int[] known = Arrays.stream(all.all()).filter(row -> Arrays.stream(ratios).noneMatch(ratio -> ratio.missing(row))).toArray();
        double[] risk = Arrays.stream(known).mapToDouble(row ->
                -IntStream.range(0, 4).mapToDouble(k -> WEIGHTS[k] * ratios[k].values()[row]).sum()).toArray();
        Discrimination altman = Discrimination.of(risk, all.badOf(known));

        Sample four = new Sample(companies, "bankruptcy", List.of(ratios), all.bad());
        Training trained = Training.of(four, plan(1), null).orElseThrow();
        assertThat(all.bads()).isEqualTo(271);
        assertThat(known).hasSize(7_001);
        assertThat(altman.auc()).isCloseTo(0.6894, within(5e-5));
        assertThat(trained.heldBack().auc()).isCloseTo(0.7118, within(5e-4));
    }

    @Test
    void aModelThatMayChooseAmongAllRatiosTellsMostOnCompaniesHeldBack() {
        Training trained = Training.of(Sample.of(companies, "bankruptcy", "1").orElseThrow(), plan(1), null).orElseThrow();

        assertThat(trained.heldBack().auc()).isCloseTo(0.8686, within(5e-4));
        assertThat(trained.calibrated().pValue()).isGreaterThan(0.05);
        assertThat(trained.stability()).isLessThan(0.1);
    }

    private static TrainingPlan plan(int repeats) {
        return new TrainingPlan(BinningRules.USUAL, 0.02, 0.8, 12, 0, 5, repeats, 1, Scaling.USUAL);
    }
}
