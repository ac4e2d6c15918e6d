package io.shouxin.modelling.binning;

import java.util.List;

/**
 * A group of cases that a scorecard treats alike (分箱).
 *
 * @param kind   what puts a case into this bin
 * @param lower  lowest value, included; negative infinity for "any lower"; only of an interval
 * @param upper  value from which on a case is in the next bin; positive infinity for "any higher"; only of an interval
 * @param levels the codes of a bin of codes; in a bin of rare codes, those that were seen
 * @param good   good cases in it
 * @param bad    bad cases in it
 * @param woe    weight of evidence; positive is riskier than average
 * @param iv     its part in the factor's information value
 */
public record Bin(Kind kind, double lower, double upper, List<String> levels, long good, long bad, double woe, double iv) {

    /** What puts a case into a bin. */
    public enum Kind {
        /** A quantity between two bounds. */
        INTERVAL,
        /** One of some codes. */
        LEVELS,
        /** A code too rare for a bin of its own, or never seen. */
        RARE_LEVELS,
        /** The value is missing. */
        MISSING
    }

    static Bin interval(double lower, double upper, long good, long bad, WeightOfEvidence evidence) {
        return new Bin(Kind.INTERVAL, lower, upper, List.of(), good, bad, evidence.woe(good, bad), evidence.iv(good, bad));
    }

    static Bin levels(Kind kind, List<String> levels, long good, long bad, WeightOfEvidence evidence) {
        return new Bin(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.copyOf(levels), good, bad,
                evidence.woe(good, bad), evidence.iv(good, bad));
    }

    static Bin missing(long good, long bad, WeightOfEvidence evidence) {
        return levels(Kind.MISSING, List.of(), good, bad, evidence);
    }

    public long cases() {
        return good + bad;
    }

    public double badRate() {
        return cases() == 0 ? 0 : (double) bad / cases();
    }

    Bin withWoe(double other) {
        return new Bin(kind, lower, upper, levels, good, bad, other, iv);
    }

    boolean holds(double value) {
        return kind == Kind.INTERVAL && value >= lower && value < upper;
    }

    /** The bin as a decision table writes it: {@code < 3}, {@code [3..10)}, {@code >= 10}, {@code "A","B"}, {@code null}. */
    public String label() {
        return switch (kind) {
            case MISSING -> "null";
            case RARE_LEVELS -> "rare";
            case LEVELS -> String.join(",", levels.stream().map(level -> '"' + level + '"').toList());
            case INTERVAL -> interval();
        };
    }

    private String interval() {
        if (lower == Double.NEGATIVE_INFINITY) {
            return upper == Double.POSITIVE_INFINITY ? "-" : "< " + RoundNumbers.text(upper);
        }
        return upper == Double.POSITIVE_INFINITY ? ">= " + RoundNumbers.text(lower)
                : "[" + RoundNumbers.text(lower) + ".." + RoundNumbers.text(upper) + ")";
    }
}
