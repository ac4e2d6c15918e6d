package io.shouxin.origination;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Set;

/**
 * One way to look at how much may be lent (额度测算项), side by side with the others; the smallest known one binds.
 *
 * @param code       e.g. {@code WORKING_CAPITAL_NEED}; label under {@code constraint.CODE}
 * @param formulaZh  the formula in Chinese, as printed in the credit report
 * @param formulaEn  the same in English
 * @param inputs     the figures that went in, in the order of the formula
 * @param amount     the result; {@code null} unless {@code state} is {@link State#KNOWN}; never negative
 * @param missing    codes of the facts that are missing when {@code state} is {@link State#MISSING}
 * @param binding    whether this one decided the limit
 */
public record ConstraintLine(String code, State state, String formulaZh, String formulaEn, List<Input> inputs, Money amount,
                             List<String> missing, boolean binding) {

    private static final Set<String> OF_OTHERS = Set.of("otherExposure", "groupFree");

    public ConstraintLine {
        inputs = List.copyOf(inputs);
        missing = List.copyOf(missing);
    }

    /** Whether a constraint could be worked out. */
    public enum State { KNOWN, MISSING, NOT_APPLICABLE }

    /** A figure: code (label under {@code figure.CODE}) and plain decimal text. */
    public record Input(String code, String value) {
    }

    /** Without what other entities grant: neither the exposure nor, where it follows from that, the amount. */
    ConstraintLine withoutOthers() {
        boolean tells = code.equals(Constraint.GROUP_HEADROOM.name()) || inputs.stream().anyMatch(input -> OF_OTHERS.contains(input.code()));
        return tells ? new ConstraintLine(code, state, formulaZh, formulaEn, inputs.stream().filter(input -> !OF_OTHERS.contains(input.code())).toList(),
                null, missing, binding) : this;
    }

    ConstraintLine bound() {
        return new ConstraintLine(code, state, formulaZh, formulaEn, inputs, amount, missing, true);
    }
}
