package io.shouxin.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fact a rating looked for (评级事实): what was found, who says so, how old it is, and how far it can be relied on.
 *
 * @param code       kind of fact, e.g. {@code TAX_RECORD}; message {@code factKind.CODE}
 * @param state      whether it could be relied on, on the day of the rating
 * @param value      the code or number that a scorecard saw; empty when the fact is missing
 * @param details    the fact's single data as text by name, messages {@code factDetail.NAME}; amounts are yuan
 * @param source     who says so; empty when missing
 * @param date       day the fact was established; null when missing
 * @param document   reference of the paper that proves it; null without one
 * @param validUntil last day on which it may be relied on; null when missing
 * @param weight     part in the confidence, as policy {@code fact-validity} gives it
 * @param mandatory  without it there is no rating
 */
public record FactLine(String code, State state, String value, Map<String, String> details, String source, LocalDate date,
                       String document, LocalDate validUntil, BigDecimal weight, boolean mandatory) {

    public FactLine {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Whether it counts in full towards the confidence. */
    public boolean confirmed() {
        return state == State.CONFIRMED;
    }

    /** Message {@code factState.CODE}; all but the first are shown as 待核实. */
    public enum State {
        /** 已核实: fresh and proved. */
        CONFIRMED,
        /** 待核实（无凭据）: fresh, but nothing proves it. */
        UNPROVED,
        /** 待核实（已过期）: older than the policy allows; of the register's facts a scorecard sees only what speaks against. */
        STALE,
        /** 待核实（缺失）: not on file. */
        MISSING
    }
}
