package io.shouxin.customer.statement;

import java.util.List;

/** A sheet of a statement file as text, row by row; a row may be shorter than others. */
record Table(String name, List<List<String>> rows) {

    String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }
}
