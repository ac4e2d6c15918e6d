package io.shouxin.rating;

/** The five credit grades (信用等级), best first. A grade drives limit, terms and how closely the customer is watched. */
public enum Grade {
    /** 优秀. */
    EXCELLENT,
    /** 良好. */
    GOOD,
    /** 一般. */
    FAIR,
    /** 关注. */
    WATCH,
    /** 不良: no new credit. */
    POOR;

    /** Strictly weaker: {@code WATCH.isWeakerThan(FAIR)}. */
    public boolean isWeakerThan(Grade other) {
        return compareTo(other) > 0;
    }

    /** How many grades better (positive) or worse (negative) this grade is than {@code before}. */
    public int stepsAbove(Grade before) {
        return before.ordinal() - ordinal();
    }

    /** The three-level view of the same grade. */
    public RiskLevel riskLevel() {
        return switch (this) {
            case EXCELLENT, GOOD -> RiskLevel.LOW;
            case FAIR -> RiskLevel.MEDIUM;
            case WATCH, POOR -> RiskLevel.HIGH;
        };
    }

    /** Low, medium or high risk (低、中、高风险). */
    public enum RiskLevel {
        LOW, MEDIUM, HIGH
    }
}
