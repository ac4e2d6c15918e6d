package io.shouxin.modelling.training;

import io.shouxin.modelling.binning.BinningRules;

/**
 * How a model is trained and tried out. The same plan on the same data gives the same model, to the last digit.
 *
 * @param bins            how factors are cut into bins
 * @param leastIv         factors with a smaller information value are left out
 * @param mostCorrelation of two factors whose weights of evidence correlate more than this, the weaker is left out
 * @param mostFactors     most factors in the model
 * @param ridge           see {@link io.shouxin.modelling.regression.LogisticRegression}; with a ridge, factors are taken in order of their information value,
 *                        without one, each is the one that improves Akaike's criterion most
 * @param folds           parts the sample is cut into for cross-validation
 * @param repeats         times this is done, each time cut anew
 * @param seed            of the cutting
 * @param scaling         how log-odds become points
 */
public record TrainingPlan(BinningRules bins, double leastIv, double mostCorrelation, int mostFactors, double ridge, int folds,
                           int repeats, long seed, Scaling scaling) {

    public TrainingPlan {
        if (leastIv < 0 || mostCorrelation <= 0 || mostCorrelation > 1 || mostFactors < 1 || ridge < 0 || folds < 2 || repeats < 1) {
            throw new IllegalArgumentException("no such plan");
        }
    }
}
