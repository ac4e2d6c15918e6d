package io.shouxin.customer.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days as they stand in spreadsheets: 2026-03-01, 2026年3月1日, 2026/3/1, 20260301, with a time of day or without. */
public final class Days {

    private static final Pattern DATE = Pattern.compile("((?:19|20)[0-9]{2})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))"
            + "(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?");
    private static final Pattern NO_DATE = Pattern.compile("[-—–/]*|无|长期|无固定期限|不定期");

    private Days() {
    }

    /** @return null when the cell is blank, dashed or says 无 or 长期. @throws DateTimeException when it is no day */
    public static LocalDate read(String cell) {
        String text = Table.narrow(cell);
        if (NO_DATE.matcher(text).matches()) {
            return null;
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new DateTimeException(cell);
        }
        boolean compact = date.group(2) == null;
        return LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(compact ? 4 : 2)),
                Integer.parseInt(date.group(compact ? 5 : 3)));
    }
}
