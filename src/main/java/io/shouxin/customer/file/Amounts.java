package io.shouxin.customer.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads amounts as they stand in spreadsheets: thousand separators, full-width digits, brackets for negative, dashes for nothing. */
public final class Amounts {

    private static final Pattern NOTHING = Pattern.compile("[-—–/]*|无|不适用|[Nn]/?[Aa]");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\\.[0-9]{1,15})?");

    private Amounts() {
    }

    /** @return null when the cell is blank, dashed or says 无: nothing is told, which is not zero. @throws NumberFormatException when it is not an amount */
    public static BigDecimal read(String cell) {
        String text = Table.narrow(cell).replace("¥", "").replace('−', '-').replace('﹣', '-');
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
