package io.shouxin.policyexception;

import io.shouxin.approval.Tier;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What policy {@code policy-exceptions} says about setting a rule aside (例外规则).
 *
 * @param exceptable           false: never, whoever asks
 * @param mostDays             longest time of an exception, in days from the day it is asked for
 * @param beyond               how far beyond the rule's value, by {@code measure}; {@code null} for a rule without value
 * @param compensationRequired whether something has to make up for it
 * @param tier                 lowest approval tier that may allow it
 * @param reasonCode           label {@code reason.CODE}
 * @param version              of the policy
 */
public record ExceptableRule(boolean exceptable, int mostDays, BigDecimal beyond, Measure measure, boolean compensationRequired, Tier tier,
                            String reasonCode, String version) {

    /** Policy key. */
    public static final String POLICY = "policy-exceptions";

    /** What no row names is not exceptable. */
    static final String UNKNOWN_RULE = "EXCEPTION_NEVER_UNKNOWN";

    /** Of what {@code beyond} is told. */
    public enum Measure {
        NONE,
        /** Of the rule's value: 0.2 is a fifth more or less. */
        SHARE,
        /** In the rule's own unit. */
        POINTS
    }

    static ExceptableRule of(MatchedRow row, String version) {
        boolean exceptable = row.flag("exceptable");
        return new ExceptableRule(exceptable, row.whole("mostDays"), row.says("beyond") ? row.number("beyond") : null,
                Measure.valueOf(row.text("measure")), row.text("compensation").equals("REQUIRED"),
                exceptable ? Tier.valueOf(row.text("tier")) : Tier.COMMITTEE, row.text("reasonCode"), version);
    }

    static ExceptableRule never(String version) {
        return new ExceptableRule(false, 0, null, Measure.NONE, false, Tier.COMMITTEE, UNKNOWN_RULE, version);
    }

    /** The farthest value that may be permitted; empty for a rule without value. @param higher whether more than the rule's value is the exception */
    Optional<BigDecimal> farthest(BigDecimal ruleValue, boolean higher) {
        if (measure == Measure.NONE || ruleValue == null) {
            return Optional.empty();
        }
        BigDecimal room = measure == Measure.POINTS ? beyond : ruleValue.abs().multiply(beyond, MathContext.DECIMAL64);
        BigDecimal farthest = higher ? ruleValue.add(room) : ruleValue.subtract(room).max(BigDecimal.ZERO);
        return Optional.of(farthest.stripTrailingZeros());
    }

    LocalDate last(LocalDate today) {
        return today.plusDays(mostDays);
    }
}
