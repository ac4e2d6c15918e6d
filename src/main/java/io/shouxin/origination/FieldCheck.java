package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What an amount and a text typed into a form must be, whichever form it is. */
final class FieldCheck {

    private static final int MOST_DIGITS = 15;

    private FieldCheck() {
    }

    /** Given, not below zero, at most {@code most} yuan and two decimals. */
    static void amount(BigDecimal amount, String field, boolean mayBeZero, BigDecimal most, List<Refusal> refusals) {
        if (amount == null) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at(field));
        } else if (amount.scale() > MOST_DIGITS) {
            refusals.add(Refusal.of("AMOUNT_TOO_PRECISE").at(field));
        } else if (amount.precision() - (long) amount.scale() > MOST_DIGITS) {
            // Before it is written out: 1E999999999 is a short text and a long number.
            refusals.add(Refusal.of("AMOUNT_TOO_LARGE").at(field).with("most", Money.cny(most)));
        } else if (amount.signum() < 0 && mayBeZero) {
            refusals.add(Refusal.of("AMOUNT_BELOW_ZERO").at(field));
        } else if (amount.signum() <= 0 && !mayBeZero) {
            refusals.add(Refusal.of("AMOUNT_NOT_POSITIVE").at(field).with("amount", Money.cny(amount.setScale(2, RoundingMode.HALF_UP))));
        } else if (amount.compareTo(most) > 0) {
            refusals.add(Refusal.of("AMOUNT_TOO_LARGE").at(field).with("most", Money.cny(most)));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            refusals.add(Refusal.of("AMOUNT_TOO_PRECISE").at(field));
        }
    }

    /** Given, and as {@link #optionalText}. */
    static void text(String text, int least, int most, String field, List<Refusal> refusals) {
        if (text == null || text.isBlank()) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at(field));
        } else {
            optionalText(text, least, most, field, refusals);
        }
    }

    /** Absent, or of so many characters without control characters but line breaks and tabs. */
    static void optionalText(String text, int least, int most, String field, List<Refusal> refusals) {
        if (text == null || text.isBlank()) {
            return;
        }
        int length = text.strip().codePointCount(0, text.strip().length());
        if (length < least) {
            refusals.add(Refusal.of("TEXT_TOO_SHORT").at(field).with("least", least));
        } else if (length > most) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at(field).with("max", most));
        } else if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            refusals.add(Refusal.of("TEXT_HAS_CONTROL_CHARACTERS").at(field));
        }
    }
}
