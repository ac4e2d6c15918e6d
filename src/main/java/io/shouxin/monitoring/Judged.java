package io.shouxin.monitoring;

import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a test comes to (测试结论). Only what was measured and kept is kept: an undefined figure never passes, and of derived and reported value
 * the worse one counts.
 */
enum Judged {
    KEPT, MISSED, NOT_TESTABLE;

    /**
     * @param target   for the period; null for what is no figure
     * @param reported null when nothing was reported
     * @param kept     finding about what is told in words; null when nobody has looked
     * @param lastDay  last day on which statements come in time: the end of the grace
     */
    static Judged of(Covenant terms, BigDecimal target, TestFigures figures, BigDecimal reported, Boolean kept, LocalDate lastDay) {
        if (terms.kind() == CovenantKind.NEGATIVE) {
            return kept == null ? NOT_TESTABLE : kept ? KEPT : MISSED;
        }
        Optional<BigDecimal> derived = figures.value();
        if (derived.isEmpty()) {
            return NOT_TESTABLE;
        }
        if (terms.kind() == CovenantKind.INFORMATIONAL) {
            return figures.receivedOn().isAfter(lastDay) ? MISSED : KEPT;
        }
        boolean reportedKeeps = reported == null || terms.bound().isKept(reported, target);
        return terms.bound().isKept(derived.get(), target) && reportedKeeps ? KEPT : MISSED;
    }
}
