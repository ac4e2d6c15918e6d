package io.shouxin.origination;

import java.math.BigDecimal;

/**
 * What the analyst wants of one covenant otherwise than suggested, before the approval (约定事项调整). What is null stays as suggested.
 *
 * @param target    first target; later targets move by as much
 * @param graceDays days after the test within which a shortfall can be cured
 * @param reason    why; shown to who approves
 */
public record CovenantAmendment(String code, CovenantAct act, BigDecimal target, CovenantFrequency frequency, Integer graceDays, String reason) {

    Covenant applied(Covenant suggested) {
        return suggested.with(target == null ? suggested.target() : target, graceDays == null ? suggested.graceDays() : graceDays)
                .tested(frequency == null ? suggested.frequency() : frequency);
    }

    /** As it is kept: no blanks around the reason, and of a dropped one nothing but that. */
    CovenantAmendment tidy() {
        boolean dropped = act == CovenantAct.DROP;
        return new CovenantAmendment(code, act, dropped || target == null ? null : plain(target), dropped ? null : frequency, dropped ? null : graceDays,
                reason.strip());
    }

    /** In one line, for the audit trail. */
    String told() {
        return act + " " + code + (target == null ? "" : " target " + target.toPlainString()) + (frequency == null ? "" : " " + frequency)
                + (graceDays == null ? "" : " grace " + graceDays) + " " + reason;
    }

    /** The same number is always written alike, so that the same facts freeze to the same text. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
