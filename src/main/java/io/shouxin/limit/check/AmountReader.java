package io.shouxin.limit.check;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Reads amounts, currencies and account numbers as programs send them. */
public final class AmountReader {

    private static final int LONGEST = 40;

    private AmountReader() {
    }

    /** Yuan if left out. */
    public static Outcome<Currency> currency(String code) {
        if (code == null) {
            return Outcome.done(Money.CNY);
        }
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return Outcome.done(currency);
            }
        } catch (IllegalArgumentException unknown) {
            // told below
        }
        return Outcome.refused(Refusal.of("CURRENCY_UNKNOWN").at("currency").with("currency", shown(code)));
    }

    /** An amount above zero. */
    public static Outcome<Money> positive(String field, String text, Currency currency) {
        return notNegative(field, text, currency).then(amount -> amount.isPositive() ? Outcome.done(amount) : notPositive(field, text));
    }

    /** An amount, or zero. */
    static Outcome<Money> notNegative(String field, String text, Currency currency) {
        Optional<BigDecimal> number = number(text);
        if (number.isEmpty()) {
            return Outcome.refused(Refusal.of("AMOUNT_UNREADABLE").at(field).with("amount", shown(text)));
        }
        if (number.get().signum() < 0) {
            return notPositive(field, text);
        }
        if (number.get().signum() > 0 && number.get().precision() - (long) number.get().scale() > 15) {
            return Outcome.refused(Refusal.of("AMOUNT_OUT_OF_RANGE").at(field).with("amount", shown(text)));
        }
        try {
            return Outcome.done(Money.of(number.get(), currency));
        } catch (ArithmeticException tooManyDigits) {
            return Outcome.refused(Refusal.of("AMOUNT_HAS_TOO_MANY_DIGITS").at(field).with("amount", shown(text))
                    .with("currency", currency.getCurrencyCode()).with("digits", currency.getDefaultFractionDigits()));
        }
    }

    private static Outcome<Money> notPositive(String field, String text) {
        return Outcome.refused(Refusal.of("AMOUNT_NOT_POSITIVE").at(field).with("amount", shown(text)));
    }

    private static Optional<BigDecimal> number(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** What was sent, short enough for a message. */
    static String shown(String text) {
        return text == null ? "-" : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
