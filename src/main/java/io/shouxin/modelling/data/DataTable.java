package io.shouxin.modelling.data;

import java.util.List;
import java.util.Optional;

/**
 * Past cases, one per row, with what was known of each (数据表).
 *
 * @param source name of the file, without its folder
 * @param sha256 fingerprint of the file, so that a model can say what it was trained on
 * @param rows   number of cases
 */
public record DataTable(String source, String sha256, int rows, List<Column> columns) {

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
