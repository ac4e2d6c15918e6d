package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.binning.Trend;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.DataTable;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.training.CrossValidation;
import io.shouxin.modelling.training.Scaling;
import io.shouxin.modelling.training.TrainingPlan;
import io.shouxin.modelling.validation.Discrimination;
import io.shouxin.policy.MatchedRow;
import io.shouxin.rating.RealInvoices.RealFirm;
import io.shouxin.workflow.decision.StandingTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of docs/guides/validation.md about the invoice scorecard; skipped where the real firms are absent. */
@Tag("data")
class InvoiceScorecardOnRealFirmsTest {

    private static final List<String> FACTORS = List.of("averageMonthlySales", "medianMonthlySales", "invoicesPerMonth", "gapShare",
            "longestGapMonths", "salesVolatility36m", "voidRate", "monthsCovered", "customerCount", "supplierCount", "topCustomerShare");


    private static List<RealFirm> firms;
    private static Map<String, Map<String, List<MatchedRow>>> rows;

    @BeforeAll
    static void readTheFirms() {
        firms = RealInvoices.firms();
        rows = new HashMap<>();
        for (String version : List.of("2026.1", "2026.2")) {
            List<String> names = ScorecardTable.read("scorecard-invoices-%s.dmn".formatted(version)).columns().stream().map(ScorecardTable.Column::name).toList();
            Map<String, List<MatchedRow>> ofVersion = new HashMap<>();
            for (RealFirm firm : firms) {
                Map<String, Object> inputs = firm.inputs();
                Map<String, Object> asked = new HashMap<>();
                names.forEach(name -> asked.put(name, inputs.get(name)));
                ofVersion.put(firm.code(), StandingTables.table("scorecard-invoices", version).evaluate(asked));
            }
            rows.put(version, ofVersion);
        }
    }

    @Test
    void theSizeOfSalesAloneTellsAsMuchAsPublished() {
        assertThat(firms).hasSize(62);
        assertThat(firms.stream().filter(RealFirm::defaulted)).hasSize(15);
        assertThat(auc(firm -> -firm.profile().issued().validAmount().doubleValue())).isCloseTo(0.9050, within(5e-5));
    }

    @Test
    void theTrainedScorecardTellsMoreThanTheExpertsAndThanSales() {
        double trained = auc(firm -> -score(firm, "2026.2"));

        assertThat(auc(firm -> -score(firm, "2026.1"))).isCloseTo(0.9333, within(5e-5));
        assertThat(trained).isCloseTo(0.9652, within(5e-5));
    }

    /** Everything, bins included, is learnt anew in each fold: what the way of training is worth on firms it has not seen. */
    @Test
    void theWayItWasTrainedTellsMoreThanSalesOnFirmsHeldBack() {
        TrainingPlan plan = new TrainingPlan(new BinningRules(6, 0.05, Trend.STRAIGHT, 5, 20), 0, 1, 12, 20, 5, 20, 1, Scaling.USUAL);
        CrossValidation tried = CrossValidation.of(sample(), plan).orElseThrow();

        assertThat(tried.meanAuc()).isCloseTo(0.9571, within(5e-4));
        assertThat(tried.range()[0]).as("in the least lucky of twenty cuts").isGreaterThan(0.905);
    }

    /** Nobody knows the weights to the point: shaken by up to half, they rank the firms almost as well. */
    @Test
    void theScorecardDoesNotHangOnTheExactWeights() {
        java.util.Random dice = new java.util.Random(1);
        for (int round = 0; round < 200; round++) {
            Map<String, Double> weights = new HashMap<>();
            FACTORS.forEach(factor -> weights.put(factor, 0.5 + dice.nextDouble()));
            assertThat(auc(firm -> -rows(firm, "2026.2").stream().filter(row -> weights.containsKey(row.text("characteristic")))
                    .mapToDouble(row -> weights.get(row.text("characteristic")) * row.number("points").doubleValue()).sum())).isGreaterThan(0.95);
        }
    }

    private static Sample sample() {
        List<Column> columns = new ArrayList<>();
        for (String factor : FACTORS) {
            double[] values = new double[firms.size()];
            BitSet missing = new BitSet();
            for (int row = 0; row < values.length; row++) {
                BigDecimal value = (BigDecimal) firms.get(row).inputs().get(factor);
                missing.set(row, value == null);
                values[row] = value == null ? 0 : value.doubleValue();
            }
            columns.add(new NumberColumn(factor, values, missing));
        }
        return new Sample(new DataTable("annex1", "0".repeat(64), firms.size(), columns), "是否违约", columns, bad());
    }

    private static double auc(ToDoubleFunction<RealFirm> risk) {
        return Discrimination.of(firms.stream().mapToDouble(risk).toArray(), bad()).auc();
    }

    private static boolean[] bad() {
        boolean[] bad = new boolean[firms.size()];
        for (int row = 0; row < bad.length; row++) {
            bad[row] = firms.get(row).defaulted();
        }
        return bad;
    }

    private static double score(RealFirm firm, String version) {
        return rows(firm, version).stream().mapToDouble(row -> row.number("points").doubleValue()).sum();
    }

    private static List<MatchedRow> rows(RealFirm firm, String version) {
        return rows.get(version).get(firm.code());
    }
}
