package io.shouxin.modelling.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.modelling.Cases;
import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.data.TextColumn;
import io.shouxin.modelling.training.Scaling;
import io.shouxin.modelling.training.ScorecardPoints;
import io.shouxin.modelling.training.Training;
import io.shouxin.modelling.training.TrainingPlan;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.MatchedRow;
import io.shouxin.workflow.decision.StandingTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trained scorecard is a decision table like any other: the house's engine reads it and scores as the model does. */
class TrainedScorecardTest {


    private static Training training;
    private static PolicyTable table;

    @BeforeAll
    static void trainAndWriteDown() throws IOException {
        training = Training.of(Cases.firms(1_500, 5), new TrainingPlan(BinningRules.USUAL, 0.02, 0.8, 12, 0, 4, 2, 1, Scaling.USUAL), null).orElseThrow();
        table = StandingTables.compiled().read("scorecard-trained", new ScorecardFile("scorecard-trained", "1", "试算 \"A&B\"", "试算 <草稿>")
                .text(points()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void scoresBetweenNoughtAndOneHundredAndRanksAsTheModelDoes() {
        Sample sample = training.sample();
        double[] odds = training.model().logOdds(sample, sample.all());
        List<double[]> pairs = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            List<MatchedRow> rows = table.evaluate(inputs(row));
            assertThat(rows).as("a row per factor and the base").hasSize(training.model().factors().size() + 1);
            double score = rows.stream().map(hit -> hit.number("points")).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
            assertThat(score).isBetween(0.0, 100.0);
            pairs.add(new double[] {odds[row], score});
        }
        for (double[] one : pairs) {
            for (double[] other : pairs) {
                // points are cut to one decimal per factor, which may blur the order of near equals
                if (one[0] < other[0] - 0.1) {
                    assertThat(one[1]).isGreaterThan(other[1]);
                }
            }
        }
    }

    @Test
    void theBestCaseHasOneHundredPoints() {
        BigDecimal most = points().factors().stream().map(ScorecardPoints.FactorPoints::most).reduce(points().base(), BigDecimal::add);

        assertThat(most).isEqualByComparingTo("100");
        assertThat(points().factors()).allSatisfy(factor -> assertThat(factor.bins()).extracting(bin -> bin.points().doubleValue())
                .contains(0.0, factor.most().doubleValue()));
    }

    @Test
    void theModelFileTellsWhatIsNeededToTrainItAgain() {
        String file = ModelFile.text("scorecard-trained", "1", training);

        assertThat(file).contains("\"seed\" : 1", "\"sha256\" : \"" + "0".repeat(64), "\"cases\" : 1500", "\"coefficient\"", "\"standardError\"",
                "\"woe\"", "\"pointsToDouble\" : 20.0", "\"aucOfRepeats\"");
    }

    @Test
    void theReportStandsAloneAndSpeaksBothLanguages() {
        String page = TrainingReport.text("scorecard-trained", "1", training);

        assertThat(page).contains("<svg", "ROC", "训练报告", "Training report", "PSI", "Hosmer-Lemeshow", "size", "voids");
        assertThat(page).as("nothing is fetched from elsewhere").doesNotContain("src=", "href=", "@import", "url(");
        assertThat(page).doesNotContain("NaN", "Infinity");
    }

    private static ScorecardPoints points() {
        return ScorecardPoints.of(training.model(), training.plan().scaling());
    }

    private static Map<String, Object> inputs(int row) {
        Map<String, Object> inputs = new HashMap<>();
        training.model().factors().forEach(factor -> {
            Column column = training.sample().factor(factor.factor());
            inputs.put(factor.factor(), column.missing(row) ? null : column instanceof NumberColumn number
                    ? BigDecimal.valueOf(number.values()[row]) : ((TextColumn) column).values()[row]);
        });
        return inputs;
    }
}
