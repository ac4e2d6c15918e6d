package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One amount that went into a ratio: which line of which statement.
 *
 * @param side      above or below the line of the fraction
 * @param item      line of the statement; message {@code statementItem.CODE}
 * @param periodEnd statement it was taken from: an average takes one half from the year before
 * @param weight    1 when added, -1 when taken off, 0.5 for one half of an average
 * @param amount    in whole currency units; empty when the statement does not report the line
 * @param required  false for a line that a firm need not have: not reported, it counts as nothing
 */
public record RatioPart(Side side, StatementItem item, LocalDate periodEnd, BigDecimal weight, Optional<BigDecimal> amount,
                        boolean required) {

    public RatioPart {
        amount = amount == null ? Optional.empty() : amount;
    }

    /** What the part adds to its side; nothing when the line is not reported. */
    BigDecimal contribution() {
        return amount.map(weight::multiply).orElse(BigDecimal.ZERO);
    }

    /** Side of the fraction; message {@code ratioSide.CODE}. */
    public enum Side {
        /** 分子. */
        DIVIDEND,
        /** 分母. */
        DIVISOR
    }
}
