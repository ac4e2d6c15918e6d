package io.shouxin.modelling.training;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.FactorBins;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.regression.LogisticFit;
import io.shouxin.modelling.validation.Calibration;
import io.shouxin.modelling.validation.Discrimination;
import io.shouxin.modelling.validation.PopulationStability;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A training with everything its report tells.
 *
 * @param model     trained on all cases
 * @param ranked    all factors, the most telling first
 * @param fitted    how well the model tells good from bad on the cases it was trained on: too favourable
 * @param tried     the same way of training on cases held back
 * @param heldBack  how well those predictions tell good from bad
 * @param calibrated of those predictions
 * @param stability PSI between predictions in and out of sample: large when the model has learnt its cases by heart
 * @param later     on other cases altogether, such as another year; empty when there are none
 */
public record Training(Sample sample, TrainingPlan plan, TrainedModel model, List<Binning> ranked, Discrimination fitted,
                       CrossValidation tried, Discrimination heldBack, Calibration calibrated, double stability,
                       Optional<Later> later) {

    /** Cases of another time. @param stability PSI of the scores against those of the training */
    public record Later(String source, String sha256, int cases, Discrimination discrimination, Calibration calibration, double stability) {
    }

    /** @param other cases of another time with the same columns, or null */
    public static Outcome<Training> of(Sample sample, TrainingPlan plan, Sample other) {
        Trainer trainer = new Trainer(sample, plan);
        for (Column column : other == null ? List.<Column>of() : sample.factors()) {
            boolean same = other.factors().stream().anyMatch(factor -> factor.name().equals(column.name()) && factor.getClass() == column.getClass());
            if (!same) {
                return Outcome.refused(Refusal.of("DATA_COLUMN_DIFFERS").at("later").with("column", column.name()).with("file", other.table().source()));
            }
        }
        return trainer.train(sample.all()).then(model -> CrossValidation.of(sample, plan)
                .map(tried -> told(sample, plan, model, tried, other)));
    }

    private static Training told(Sample sample, TrainingPlan plan, TrainedModel model, CrossValidation tried, Sample other) {
        double[] odds = model.logOdds(sample, sample.all());
        return new Training(sample, plan, model, new FactorBins(sample, sample.all(), plan.bins()).ranked(), Discrimination.of(odds, sample.bad()), tried,
                Discrimination.of(tried.logOdds(), sample.bad()), Calibration.of(tried.probabilities(), sample.bad()),
                PopulationStability.index(odds, tried.logOdds()), Optional.ofNullable(other).map(cases -> later(model, odds, cases)));
    }

    private static Later later(TrainedModel model, double[] before, Sample other) {
        double[] odds = model.logOdds(other, other.all());
        double[] probability = Arrays.stream(odds).map(LogisticFit::probability).toArray();
        return new Later(other.table().source(), other.table().sha256(), other.size(), Discrimination.of(odds, other.bad()),
                Calibration.of(probability, other.bad()), PopulationStability.index(before, odds));
    }
}
