package io.shouxin.origination;

import io.shouxin.kernel.Money;
import java.util.ArrayList;
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
 * @param notes      codes of what has to be said about it, message {@code constraintNote.CODE}: which definition was used, what cut
 *                   a figure, why it does not apply or gives nothing
 * @param binding    whether this one decided the limit
 */
public record ConstraintLine(String code, State state, String formulaZh, String formulaEn, List<Input> inputs, Money amount,
                             List<String> missing, List<String> notes, boolean binding) {

    private static final Set<String> OF_OTHERS = Set.of("otherExposure", "groupFree", "presentExposure");

    public ConstraintLine {
        inputs = List.copyOf(inputs);
        missing = List.copyOf(missing);
        notes = notes == null ? List.of() : List.copyOf(notes);
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
                null, missing, notes, binding) : this;
    }

    ConstraintLine bound() {
        return new ConstraintLine(code, state, formulaZh, formulaEn, inputs, amount, missing, notes, true);
    }

    /** The same with one more thing said about it. */
    ConstraintLine noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ConstraintLine(code, state, formulaZh, formulaEn, inputs, amount, missing, more, binding);
    }
}
