package io.shouxin.modelling.training;

import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.regression.LogisticFit;
import java.util.List;

/**
 * A model learnt from some cases of a sample: the log-odds of a bad outcome are the intercept plus, for each factor,
 * coefficient times weight of evidence.
 */
public record TrainedModel(List<Binning> factors, LogisticFit fit) {

    public double intercept() {
        return fit.beta()[0];
    }

    public double coefficient(int factor) {
        return fit.beta()[factor + 1];
    }

    /** Log-odds of a bad outcome, case by case. */
    public double[] logOdds(Sample sample, int[] rows) {
        double[] odds = new double[rows.length];
        List<Column> columns = factors.stream().map(factor -> sample.factor(factor.factor())).toList();
        for (int i = 0; i < rows.length; i++) {
            odds[i] = intercept();
            for (int k = 0; k < columns.size(); k++) {
                odds[i] += coefficient(k) * factors.get(k).woe(columns.get(k), rows[i]);
            }
        }
        return odds;
    }
}
