package io.shouxin.origination;

import io.shouxin.origination.Constraint.Figures;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The growth of sales that a need of funds may rest on (采信的增长率): what the customer expects, but no more than his own past growth
 * and that of his industry with the points the policy adds, and never above an absolute cap.
 *
 * @param believed as a fraction
 * @param cut      note that says which of them decided
 */
record BelievedGrowth(BigDecimal believed, String cut) {

    /**
     * @param own      last year's growth; only with a {@link LimitParameters.GrowthRule}
     * @param industry likewise
     */
    static BelievedGrowth of(BigDecimal expected, LimitParameters parameters, Optional<BigDecimal> own, Optional<IndustryGrowth> industry) {
        BelievedGrowth found = new BelievedGrowth(expected, "GROWTH_NOT_CUT");
        found = found.atMost(parameters.growthCap(), "GROWTH_CUT_BY_CAP");
        if (parameters.growthRule().isPresent()) {
            LimitParameters.GrowthRule rule = parameters.growthRule().get();
            found = found.atMost(industry.orElseThrow().median().add(rule.aboveIndustry()), "GROWTH_CUT_BY_INDUSTRY");
            found = found.atMost(own.orElseThrow().add(rule.aboveOwn()), "GROWTH_CUT_BY_OWN_PAST");
        }
        return found;
    }

    /** Both figures beside each other, whichever decided. */
    static void show(Figures figures, LimitParameters parameters, Optional<BigDecimal> own, Optional<IndustryGrowth> industry) {
        parameters.growthRule().ifPresent(rule -> {
            figures.with("ownPastGrowth", own.orElseThrow());
            figures.with("industryGrowth", industry.orElseThrow().median()).with("aboveIndustry", rule.aboveIndustry());
        });
        figures.with("growthCap", parameters.growthCap());
    }

    private BelievedGrowth atMost(BigDecimal most, String note) {
        return most.compareTo(believed) < 0 ? new BelievedGrowth(most, note) : this;
    }
}
