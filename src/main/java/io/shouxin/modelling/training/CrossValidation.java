package io.shouxin.modelling.training;

import io.shouxin.kernel.Outcome;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.regression.LogisticFit;
import io.shouxin.modelling.validation.Discrimination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tries a way of training out on cases it has not seen (交叉验证): the sample is cut into parts with about the same share of bad
 * cases; each part in turn is predicted by a model trained on the others alone, bins and selection of factors included, so
 * that nothing of a case leaks into its own prediction. All of it is repeated with other cuts.
 *
 * @param aucs       one per repeat, over all cases, each predicted out of sample
 * @param logOdds    mean over the repeats of the out-of-sample log-odds, case by case
 * @param timesChosen how many of the models used a factor, of {@code models}
 */
public record CrossValidation(List<Double> aucs, double[] logOdds, Map<String, Integer> timesChosen, int models) {

    public static Outcome<CrossValidation> of(Sample sample, TrainingPlan plan) {
        return of(sample, plan, new Trainer(sample, plan)::train);
    }

    /** The same cuts for another way of training. */
    public static Outcome<CrossValidation> of(Sample sample, TrainingPlan plan, Function<int[], Outcome<TrainedModel>> training) {
        Random dice = new Random(plan.seed());
        double[] sums = new double[sample.size()];
        List<Double> aucs = new ArrayList<>();
        Map<String, Integer> chosen = new TreeMap<>();
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            int[] part = parts(sample.bad(), plan.folds(), dice);
            double[] odds = new double[sample.size()];
            for (int fold = 0; fold < plan.folds(); fold++) {
                int held = fold;
                int[] others = IntStream.range(0, part.length).filter(row -> part[row] != held).toArray();
                int[] test = IntStream.range(0, part.length).filter(row -> part[row] == held).toArray();
                Outcome<TrainedModel> outcome = training.apply(others);
                if (!outcome.isDone()) {
                    return Outcome.refused(outcome.refusals());
                }
                TrainedModel model = outcome.orElseThrow();
                double[] predicted = model.logOdds(sample, test);
                for (int i = 0; i < test.length; i++) {
                    odds[test[i]] = predicted[i];
                    sums[test[i]] += predicted[i] / plan.repeats();
                }
                model.factors().forEach(factor -> chosen.merge(factor.factor(), 1, Integer::sum));
            }
            aucs.add(Discrimination.of(odds, sample.bad()).auc());
        }
        return Outcome.done(new CrossValidation(List.copyOf(aucs), sums, chosen, plan.repeats() * plan.folds()));
    }

    public double meanAuc() {
        return aucs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Standard deviation of the AUC over the repeats: what the luck of the cut does, not what another sample would do. */
    public double deviation() {
        double mean = meanAuc();
        return Math.sqrt(aucs.stream().mapToDouble(auc -> (auc - mean) * (auc - mean)).sum() / Math.max(1, aucs.size() - 1));
    }

    /** The part of each case; bad and good cases are dealt out separately. */
    static int[] parts(boolean[] bad, int folds, Random dice) {
        int[] part = new int[bad.length];
        int dealt = 0;
        for (boolean kind : new boolean[] {true, false}) {
            int[] rows = IntStream.range(0, bad.length).filter(row -> bad[row] == kind).toArray();
            for (int i = rows.length - 1; i > 0; i--) {
                int other = dice.nextInt(i + 1);
                int swapped = rows[i];
                rows[i] = rows[other];
                rows[other] = swapped;
            }
            for (int row : rows) {
                part[row] = dealt++ % folds;
            }
        }
        return part;
    }

    /** Lowest and highest AUC of the repeats. */
    public double[] range() {
        return new double[] {aucs.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
            aucs.stream().mapToDouble(Double::doubleValue).max().orElseThrow()};
    }

    /** Probabilities of a bad outcome, from the mean log-odds. */
    public double[] probabilities() {
        return Arrays.stream(logOdds).map(LogisticFit::probability).toArray();
    }
}
