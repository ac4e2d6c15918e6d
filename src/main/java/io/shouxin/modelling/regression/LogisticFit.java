package io.shouxin.modelling.regression;

/**
 * A fitted logistic regression.
 *
 * @param beta           intercept first, then one coefficient per factor
 * @param standardErrors of the same, from the inverse of the information matrix (with a ridge: of the penalised one)
 * @param logLikelihood  at the maximum, without the ridge's penalty
 * @param steps          Newton steps taken
 * @param ridge          0 for plain maximum likelihood
 */
public record LogisticFit(double[] beta, double[] standardErrors, double logLikelihood, int steps, double ridge) {

    /** Akaike's criterion: smaller is better; only meaningful without a ridge. */
    public double aic() {
        return 2.0 * beta.length - 2 * logLikelihood;
    }

    public static double probability(double logOdds) {
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }
}
