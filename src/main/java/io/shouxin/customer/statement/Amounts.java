package io.shouxin.customer.statement;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Reads amounts as they stand in statements: thousand separators, full-width digits, brackets for negative, dashes for nothing. */
final class Amounts {

    private static final Pattern NOTHING = Pattern.compile("[-—–/]*");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\\.[0-9]{1,15})?");

    private Amounts() {
    }

    /** @return null when the cell is blank or dashed. @throws NumberFormatException when it is not an amount */
    static BigDecimal read(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0¥]", "").replace('−', '-').replace('﹣', '-');
        if (NOTHING.matcher(text).matches()) {
            return null;
        }
        if (text.startsWith("(") && text.endsWith(")") && !text.startsWith("(-")) {
            text = '-' + text.substring(1, text.length() - 1);
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(cell);
        }
        return new BigDecimal(text.replace(",", ""));
    }
}
