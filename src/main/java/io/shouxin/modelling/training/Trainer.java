package io.shouxin.modelling.training;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.FactorBins;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.regression.LogisticFit;
import io.shouxin.modelling.regression.LogisticRegression;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns a model from cases: bins, information value, selection of factors, logistic regression. Everything it knows it
 * learns from the cases given, so that cross-validation can hold others back.
 */
public final class Trainer {

    private final Sample sample;
    private final TrainingPlan plan;

    public Trainer(Sample sample, TrainingPlan plan) {
        this.sample = sample;
        this.plan = plan;
    }

    /**
     * A model of these cases. A factor whose coefficient would have the wrong sign, so that its riskier bins would gain
     * points, is taken out again: it only mends what another factor overdoes.
     */
    public Outcome<TrainedModel> train(int[] rows) {
        boolean[] bad = sample.badOf(rows);
        List<Evidence> candidates = unlike(new FactorBins(sample, rows, plan.bins()).ranked().stream().filter(binning -> binning.iv() >= plan.leastIv())
                .map(binning -> evidence(binning, rows)).toList());
        if (candidates.isEmpty()) {
            return Outcome.refused(Refusal.of("MODEL_WITHOUT_FACTORS").at("min-iv").with("minIv", plan.leastIv()));
        }
        Outcome<List<Evidence>> chosen = plan.ridge() > 0
                ? Outcome.done(candidates.subList(0, Math.min(plan.mostFactors(), candidates.size()))) : stepwise(candidates, bad);
        return chosen.then(factors -> withRightSigns(factors, bad));
    }

    /** Of two that say nearly the same, the more telling stays. */
    private List<Evidence> unlike(List<Evidence> ranked) {
        List<Evidence> kept = new ArrayList<>();
        for (Evidence candidate : ranked) {
            if (kept.stream().allMatch(other -> Math.abs(candidate.correlation(other)) <= plan.mostCorrelation())) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Adds, one by one, the factor that improves Akaike's criterion most, until none does. */
    private Outcome<List<Evidence>> stepwise(List<Evidence> candidates, boolean[] bad) {
        List<Evidence> left = new ArrayList<>(candidates);
        List<Evidence> chosen = new ArrayList<>();
        double criterion = Double.POSITIVE_INFINITY;
        while (chosen.size() < plan.mostFactors()) {
            Evidence best = null;
            for (Evidence candidate : left) {
                List<Evidence> tried = new ArrayList<>(chosen);
                tried.add(candidate);
                Outcome<LogisticFit> fit = fit(tried, bad);
                if (!fit.isDone()) {
                    return Outcome.refused(fit.refusals());
                }
                if (fit.orElseThrow().aic() < criterion - 1e-9) {
                    criterion = fit.orElseThrow().aic();
                    best = candidate;
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best);
            left.remove(best);
        }
        return Outcome.done(chosen);
    }

    private Outcome<TrainedModel> withRightSigns(List<Evidence> chosen, boolean[] bad) {
        List<Evidence> kept = new ArrayList<>(chosen);
        while (true) {
            Outcome<LogisticFit> outcome = fit(kept, bad);
            if (!outcome.isDone()) {
                return Outcome.refused(outcome.refusals());
            }
            LogisticFit fit = outcome.orElseThrow();
            int worst = -1;
            for (int k = 0; k < kept.size(); k++) {
                boolean wrong = fit.beta()[k + 1] <= 0;
                worst = wrong && (worst < 0 || fit.beta()[k + 1] < fit.beta()[worst + 1]) ? k : worst;
            }
            if (worst < 0) {
                return Outcome.done(new TrainedModel(kept.stream().map(Evidence::binning).toList(), fit));
            }
            kept.remove(worst);
        }
    }

    private Outcome<LogisticFit> fit(List<Evidence> factors, boolean[] bad) {
        double[][] x = new double[bad.length][factors.size()];
        for (int k = 0; k < factors.size(); k++) {
            double[] woe = factors.get(k).woe();
            for (int i = 0; i < x.length; i++) {
                x[i][k] = woe[i];
            }
        }
        return LogisticRegression.fit(factors.stream().map(factor -> factor.binning().factor()).toList(), x, bad, plan.ridge());
    }

    private Evidence evidence(Binning binning, int[] rows) {
        Column column = sample.factor(binning.factor());
        double[] woe = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            woe[i] = binning.woe(column, rows[i]);
        }
        return new Evidence(binning, woe);
    }

    /** A factor with the weight of evidence of each case. */
    private record Evidence(Binning binning, double[] woe) {

        double correlation(Evidence other) {
            double mean = mean(woe);
            double otherMean = mean(other.woe);
            double together = 0;
            double own = 0;
            double others = 0;
            for (int i = 0; i < woe.length; i++) {
                together += (woe[i] - mean) * (other.woe[i] - otherMean);
                own += (woe[i] - mean) * (woe[i] - mean);
                others += (other.woe[i] - otherMean) * (other.woe[i] - otherMean);
            }
            return own == 0 || others == 0 ? 0 : together / Math.sqrt(own * others);
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }
    }
}
