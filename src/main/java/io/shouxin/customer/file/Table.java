package io.shouxin.customer.file;

import java.text.Normalizer;
import java.util.List;

/** A sheet of a file as text, row by row; a row may be shorter than others. */
public record Table(String name, List<List<String>> rows) {

    public String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The first rows only. */
    public Table top(int count) {
        return new Table(name, rows.subList(0, Math.min(count, rows.size())));
    }

    /** A cell's text with full-width characters narrowed and blanks dropped. */
    public static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0\\ufeff]+", "");
    }

    /** A cell's text as a message quotes it. */
    public static String abridged(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
