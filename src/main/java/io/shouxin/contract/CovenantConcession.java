package io.shouxin.contract;

import io.shouxin.kernel.Refusal;
import io.shouxin.origination.Covenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What the bank gives way in for one covenant after a counter-offer; null leaves it as offered. A covenant is never dropped: that takes a
 * new approval.
 *
 * @param target    an easier target; later targets move by as much
 * @param graceDays more days of grace, 180 at most
 */
public record CovenantConcession(String code, BigDecimal target, Integer graceDays) {

    private static final int LONGEST_GRACE = 180;

    Covenant applied(Covenant offered) {
        return offered.with(target == null ? offered.target() : target, graceDays == null ? offered.graceDays() : graceDays);
    }

    /**
     * @param easing    by which share of the approved target the officer may go
     * @param extraDays how many days of grace more than approved
     * @return {@code COVENANT_UNKNOWN, CONCESSION_EMPTY, CONCESSION_NOT_FOR_THIS, CONCESSION_NOT_MILDER, BEYOND_AUTHORITY}; empty when nothing stands against it
     */
    static Optional<Refusal> objection(CovenantConcession given, List<Covenant> offered, List<Covenant> approved, BigDecimal easing, int extraDays) {
        String field = "covenants[" + given.code() + "]";
        Optional<Covenant> now = find(offered, given.code());
        Optional<Covenant> then = find(approved, given.code());
        if (now.isEmpty() || then.isEmpty()) {
            return Optional.of(Refusal.of("COVENANT_UNKNOWN").at(field).with("covenant", String.valueOf(given.code())));
        }
        if (given.target() == null && given.graceDays() == null) {
            return Optional.of(Refusal.of("CONCESSION_EMPTY").at(field));
        }
        if (given.target() != null) {
            if (now.get().target() == null) {
                return Optional.of(Refusal.of("CONCESSION_NOT_FOR_THIS").at(field + ".target"));
            }
            if (now.get().bound().eased(now.get().target(), given.target()).signum() < 0) {
                return Optional.of(Refusal.of("CONCESSION_NOT_MILDER").at(field + ".target"));
            }
            BigDecimal asked = then.get().bound().eased(then.get().target(), given.target());
            if (asked.compareTo(easing) > 0) {
                return beyond(field + ".target", asked, easing);
            }
        }
        if (given.graceDays() != null) {
            if (given.graceDays() < now.get().graceDays()) {
                return Optional.of(Refusal.of("CONCESSION_NOT_MILDER").at(field + ".graceDays"));
            }
            int more = given.graceDays() - then.get().graceDays();
            if (more > extraDays || given.graceDays() > LONGEST_GRACE) {
                return beyond(field + ".graceDays", BigDecimal.valueOf(more), BigDecimal.valueOf(extraDays));
            }
        }
        return Optional.empty();
    }

    private static Optional<Covenant> find(List<Covenant> covenants, String code) {
        return covenants.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static Optional<Refusal> beyond(String field, BigDecimal asked, BigDecimal most) {
        return Optional.of(Refusal.of("BEYOND_AUTHORITY").at(field).with("asked", plain(asked)).with("most", plain(most)));
    }

    private static String plain(BigDecimal value) {
        return value.setScale(Math.min(Math.max(value.stripTrailingZeros().scale(), 0), 4), RoundingMode.HALF_UP).toPlainString();
    }
}
