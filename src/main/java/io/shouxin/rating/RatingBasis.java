package io.shouxin.rating;

/** Which facts a rating rests on, and so which scorecard it used. */
public enum RatingBasis {
    /** Year-end statements of an enterprise. */
    STATEMENTS("scorecard-statements"),
    /** VAT invoices of a small enterprise that keeps no full statements. */
    INVOICES("scorecard-invoices"),
    /** Income and burden of an individual. */
    INDIVIDUAL("scorecard-individual");

    private final String scorecard;

    RatingBasis(String scorecard) {
        this.scorecard = scorecard;
    }

    /** Policy key of the scorecard. */
    public String scorecard() {
        return scorecard;
    }
}
