package io.shouxin.modelling.training;

/**
 * How log-odds become points (评分刻度): {@code points = offset + factor * ln(good : bad)}.
 *
 * @param pointsToDouble points by which a score must rise for the odds of good to bad to double (PDO)
 * @param anchorPoints   a score of so many points
 * @param anchorOdds     means these odds of good to bad
 */
public record Scaling(double pointsToDouble, double anchorPoints, double anchorOdds) {

    /** 600 points at 50 : 1, doubling every 20 points: factor 28.8539, offset 487.123. */
    public static final Scaling USUAL = new Scaling(20, 600, 50);

    public double factor() {
        return pointsToDouble / Math.log(2);
    }

    public double offset() {
        return anchorPoints - factor() * Math.log(anchorOdds);
    }

    /** @param logOdds of a bad outcome */
    public double points(double logOdds) {
        return offset() - factor() * logOdds;
    }
}
