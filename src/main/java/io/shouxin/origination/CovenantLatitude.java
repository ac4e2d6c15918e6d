package io.shouxin.origination;

import io.shouxin.kernel.Refusal;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How far an analyst may go from what the library suggests of one covenant (调整幅度): policy {@code covenant-amendment}. Harder is always allowed.
 *
 * @param mostEasing    by which share of the suggested target
 * @param rarest        frequency below which it may not be tested
 * @param mostGraceDays longest grace
 */
public record CovenantLatitude(boolean mayAdd, boolean mayDrop, BigDecimal mostEasing, CovenantFrequency rarest, int mostGraceDays, String reasonCode) {

    /** Policy key. */
    public static final String POLICY = "covenant-amendment";

    private static final BigDecimal LARGEST_TARGET = new BigDecimal("1000000000000000");
    private static final int MOST_DECIMALS = 6;

    /** Empty where nothing may be amended: the policy has no row for it, or was not in force on that day. */
    static Optional<CovenantLatitude> of(PolicyBook policies, LocalDate asOf, String code) {
        boolean knows = policies.knows(POLICY, asOf) && policies.inputs(POLICY, asOf).stream().anyMatch(input -> input.allowed().contains(code));
        return knows ? policies.evaluate(POLICY, asOf, Map.of("code", code)).rows().stream().findFirst().map(CovenantLatitude::of) : Optional.empty();
    }

    private static CovenantLatitude of(MatchedRow row) {
        return new CovenantLatitude(row.flag("mayAdd"), row.flag("mayDrop"), row.number("mostEasing"), CovenantFrequency.valueOf(row.text("rarest")),
                row.whole("mostGraceDays"), row.text("reasonCode"));
    }

    /** The easiest target allowed; null for what is no figure. */
    public BigDecimal easiest(Covenant suggested) {
        if (suggested.target() == null) {
            return null;
        }
        BigDecimal by = suggested.target().abs().multiply(mostEasing);
        BigDecimal most = suggested.bound().isFloor() ? suggested.target().subtract(by) : suggested.target().add(by);
        return most.setScale(MOST_DECIMALS, suggested.bound().isFloor() ? RoundingMode.CEILING : RoundingMode.FLOOR).stripTrailingZeros();
    }

    /**
     * What speaks against an amendment of what is suggested.
     *
     * @param field of the amendment
     * @return {@code COVENANT_NOT_AMENDABLE, COVENANT_CHANGE_EMPTY, COVENANT_TARGET_WRONG, COVENANT_BEYOND_POLICY}; empty when nothing does
     */
    Optional<Refusal> objection(CovenantAmendment asked, Covenant suggested, String field) {
        if (asked.act() == CovenantAct.DROP) {
            return mayDrop ? Optional.empty() : not(asked, field, "covenantAct.DROP");
        }
        if (asked.act() == CovenantAct.CHANGE && asked.target() == null && asked.frequency() == null && asked.graceDays() == null) {
            return Optional.of(Refusal.of("COVENANT_CHANGE_EMPTY").at(field).with("covenant", name(asked)));
        }
        if (asked.target() != null) {
            if (!readable(asked, suggested)) {
                return Optional.of(Refusal.of("COVENANT_TARGET_WRONG").at(field + ".target").with("covenant", name(asked)));
            }
            if (suggested.bound().eased(suggested.target(), asked.target()).compareTo(mostEasing) > 0) {
                return beyond(asked, field + ".target", told(easiest(suggested), suggested.unit()));
            }
        }
        if (asked.frequency() != null && asked.frequency().months() > Math.max(rarest.months(), suggested.frequency().months())) {
            return beyond(asked, field + ".frequency", "covenantFrequency." + rarest);
        }
        int longest = Math.max(mostGraceDays, suggested.graceDays());
        if (asked.graceDays() != null && (asked.graceDays() < 0 || asked.graceDays() > longest)) {
            return beyond(asked, field + ".graceDays", String.valueOf(longest));
        }
        return Optional.empty();
    }

    /** A figure, of as many digits as a target has, and positive with all later targets where the suggested one is. */
    private static boolean readable(CovenantAmendment asked, Covenant suggested) {
        BigDecimal target = asked.target();
        if (suggested.target() == null || target.scale() > MOST_DECIMALS || target.precision() - (long) target.scale() > 15
                || target.abs().compareTo(LARGEST_TARGET) >= 0) {
            return false;
        }
        return suggested.target().signum() <= 0 || target.signum() > 0
                && asked.applied(suggested).steps().stream().allMatch(step -> step.target().signum() > 0);
    }

    static Optional<Refusal> not(CovenantAmendment asked, String field, String act) {
        return Optional.of(Refusal.of("COVENANT_NOT_AMENDABLE").at(field).with("covenant", name(asked)).with("act", act));
    }

    private static Optional<Refusal> beyond(CovenantAmendment asked, String field, String most) {
        return Optional.of(Refusal.of("COVENANT_BEYOND_POLICY").at(field).with("covenant", name(asked)).with("most", most));
    }

    private static String told(BigDecimal figure, CovenantUnit unit) {
        return unit == CovenantUnit.FRACTION ? figure.movePointRight(2).stripTrailingZeros().toPlainString() + "%" : figure.toPlainString();
    }

    private static String name(CovenantAmendment asked) {
        return "covenant." + asked.code();
    }
}
