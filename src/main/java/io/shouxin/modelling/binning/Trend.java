package io.shouxin.modelling.binning;

/** How the weight of evidence may run along a quantity. */
public enum Trend {
    /** As it likes. */
    ANY,
    /** It only rises or only falls; bounds are where they tell most. */
    MONOTONE,
    /**
     * By equal steps from bin to bin. Bounds are set without a look at the outcome, so that about equally many cases are in each
     * bin, and only the step is learnt: one number per factor, for samples too small to learn more.
     */
    STRAIGHT
}
