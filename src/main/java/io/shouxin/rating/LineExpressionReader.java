package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Reads an expression over statement lines; what it does not know is refused with the place. */
final class LineExpressionReader {

    private static final int LONGEST = 400;
    private static final int DEEPEST = 20;
    private static final int MOST_DIGITS = 20;

    private final String text;
    private int at;
    private int depth;

    LineExpressionReader(String text) {
        this.text = text;
    }

    LineExpression read() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw wrong(text.isBlank() ? "nothing to work out" : "longer than " + LONGEST + " characters");
        }
        LineExpression whole = sum();
        if (at < text.length()) {
            throw wrong("not understood");
        }
        if (!whole.needsALine()) {
            throw wrong("no line that has to be there");
        }
        return whole;
    }

    private LineExpression sum() {
        LineExpression left = product();
        for (char sign = next(); sign == '+' || sign == '-'; sign = next()) {
            at++;
            left = new LineExpression.Joined(left, sign, product());
        }
        return left;
    }

    private LineExpression product() {
        LineExpression left = part();
        for (char sign = next(); sign == '*' || sign == '/'; sign = next()) {
            at++;
            LineExpression right = part();
            if (sign == '/' && !right.needsALine() && !(right instanceof LineExpression.Fixed)) {
                throw wrong("divided by lines none of which has to be there");
            }
            left = new LineExpression.Joined(left, sign, right);
        }
        return left;
    }

    private LineExpression part() {
        char found = next();
        if (found == '(') {
            if (++depth > DEEPEST) {
                throw wrong("brackets too deep");
            }
            at++;
            LineExpression inner = sum();
            if (next() != ')') {
                throw wrong("bracket not closed");
            }
            at++;
            depth--;
            return inner;
        }
        int from = at;
        if (isDigit(found)) {
            while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new LineExpression.Fixed(number(text.substring(from, at)));
        }
        while (at < text.length() && (text.charAt(at) >= 'A' && text.charAt(at) <= 'Z' || text.charAt(at) == '_' || at > from && isDigit(text.charAt(at)))) {
            at++;
        }
        StatementItem item = item(text.substring(from, at)).orElseThrow(() -> wrong("no statement line"));
        boolean ifAny = at < text.length() && text.charAt(at) == '?';
        at += ifAny ? 1 : 0;
        return new LineExpression.Line(item, ifAny);
    }

    private BigDecimal number(String digits) {
        if (!digits.matches("\\d+(\\.\\d+)?") || digits.length() > MOST_DIGITS) {
            throw wrong("no number");
        }
        return new BigDecimal(digits);
    }

    private static Optional<StatementItem> item(String code) {
        return Arrays.stream(StatementItem.values()).filter(item -> item.name().equals(code)).findFirst();
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The next character that is no blank; a nought at the end. */
    private char next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("formula \"" + text + "\" at " + (at + 1) + ": " + what);
    }
}
