package io.shouxin.modelling.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.modelling.data.DataTable;
import io.shouxin.modelling.data.DataTableFile;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.testkit.RealData;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Hours of study and exam passed: the example of the article "Logistic regression" in Wikipedia. */
    private static final double[] HOURS = {0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5};
    private static final boolean[] PASSED = {false, false, false, false, false, false, true, false, true, false, true, false, true, false,
        true, true, true, true, true, true};

    @Test
    void givesThePublishedCoefficientsOfATextbookExample() {
        LogisticFit fit = LogisticRegression.fit(List.of("hours"), column(HOURS), PASSED, 0).orElseThrow();

        assertThat(fit.beta()[0]).isCloseTo(-4.0777, within(1e-4));
        assertThat(fit.beta()[1]).isCloseTo(1.5046, within(1e-4));
        assertThat(fit.standardErrors()[0]).isCloseTo(1.7610, within(1e-4));
        assertThat(fit.standardErrors()[1]).isCloseTo(0.6287, within(1e-4));
        assertThat(fit.logLikelihood()).isCloseTo(-8.02988, within(1e-5));
    }

    @Test
    void theUnitOfAFactorDoesNotMatter() {
        double[] seconds = java.util.Arrays.stream(HOURS).map(hours -> hours * 3.6e6).toArray();
        LogisticFit fit = LogisticRegression.fit(List.of("milliseconds"), column(seconds), PASSED, 0).orElseThrow();

        assertThat(fit.beta()[1] * 3.6e6).isCloseTo(1.504645, within(1e-5));
    }

    @Test
    void refusesToFitWhereAFactorTellsGoodFromBadWithoutAMistake() {
        boolean[] bad = new boolean[20];
        for (int i = 10; i < 20; i++) {
            bad[i] = true;
        }
        assertRefused(LogisticRegression.fit(List.of("hours"), column(HOURS), bad, 0), "MODEL_SEPARATION", "hours");
    }

    @Test
    void refusesToFitWhereOneGroupHasOneKindOfOutcomeOnly() {
        double[][] x = new double[40][2];
        boolean[] bad = new boolean[40];
        for (int i = 0; i < 40; i++) {
            x[i][0] = i % 7;
            x[i][1] = i < 10 ? 1 : 0;
            bad[i] = i < 10 || i % 3 == 0;
        }
        assertRefused(LogisticRegression.fit(List.of("noise", "group"), x, bad, 0), "MODEL_SEPARATION", "group");
    }

    @Test
    void aRidgeKeepsCoefficientsFiniteWhereOtherwiseThereWouldBeNone() {
        boolean[] bad = new boolean[20];
        for (int i = 10; i < 20; i++) {
            bad[i] = true;
        }
        LogisticFit weak = LogisticRegression.fit(List.of("hours"), column(HOURS), bad, 0.1).orElseThrow();
        LogisticFit strong = LogisticRegression.fit(List.of("hours"), column(HOURS), bad, 5).orElseThrow();

        assertThat(weak.beta()[1]).isGreaterThan(strong.beta()[1]);
        assertThat(strong.beta()[1]).isPositive();
        assertThat(strong.ridge()).isEqualTo(5);
    }

    @Test
    void refusesFactorsOfWhichOneIsAMixtureOfTheOthers() {
        double[][] x = new double[20][2];
        for (int i = 0; i < 20; i++) {
            x[i][0] = HOURS[i];
            x[i][1] = 60 * HOURS[i];
        }
        assertRefused(LogisticRegression.fit(List.of("hours", "minutes"), x, PASSED, 0), "MODEL_FACTORS_COLLINEAR", "minutes");
    }

    /**
     * Half of the SBA case, as fitted by statsmodels (docs/validation/sba_logit.py); the first model also as published by
     * Li, Mickel and Taylor (2018), table 8: 1.3931, -2.1282, -2.9875, 0.5041.
     */
    @Test
    void agreesWithAnIndependentImplementationOnARealPortfolio() {
        DataTable loans = DataTableFile.read(RealData.file("sba-case/SBAcase.11.13.17.csv"), Set.of()).orElseThrow();
        assertFit(loans, List.of("RealEstate", "Portion", "Recession"), -541.3781299700,
                new double[] {1.39306364317, -2.12821697602, -2.9874820523, 0.504122981196},
                new double[] {0.321568601079, 0.34500228504, 0.539272495725, 0.241214058585});
        assertFit(loans, List.of("New", "RealEstate", "DisbursementGross", "Portion", "Recession"), -540.8497518823,
                new double[] {1.35374523197, -0.0771670725916, -2.03308423807, -3.37095568861e-07, -2.82976407419, 0.497104636327},
                new double[] {0.322934851973, 0.21008798096, 0.363594369881, 3.51953941261e-07, 0.55938096708, 0.241297720306});
    }

    private static void assertFit(DataTable loans, List<String> factors, double logLikelihood, double[] beta, double[] errors) {
        double[] selected = number(loans, "Selected");
        double[] defaults = number(loans, "Default");
        int[] half = IntStream.range(0, loans.rows()).filter(row -> selected[row] == 1).toArray();
        double[][] x = new double[half.length][factors.size()];
        boolean[] bad = new boolean[half.length];
        for (int i = 0; i < half.length; i++) {
            bad[i] = defaults[half[i]] == 1;
            for (int k = 0; k < factors.size(); k++) {
                x[i][k] = number(loans, factors.get(k))[half[i]];
            }
        }
        LogisticFit fit = LogisticRegression.fit(factors, x, bad, 0).orElseThrow();

        assertThat(half).hasSize(1_051);
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
        assertThat(fit.beta()).containsExactly(beta, within(1e-8));
        assertThat(fit.beta()[beta.length - 1]).isCloseTo(beta[beta.length - 1], within(1e-9));
        assertThat(fit.standardErrors()).containsExactly(errors, within(1e-6));
    }

    private static double[] number(DataTable table, String column) {
        return ((NumberColumn) table.column(column).orElseThrow()).values();
    }

    private static double[][] column(double[] values) {
        return java.util.Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static void assertRefused(Outcome<LogisticFit> outcome, String code, String named) {
        assertThat(outcome.isDone()).isFalse();
        Refusal refusal = outcome.refusals().get(0);
        assertThat(refusal.code()).as("%s", refusal).isEqualTo(code);
        assertThat(refusal.arguments().values().toString()).contains(named);
    }
}
