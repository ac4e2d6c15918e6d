package io.shouxin.modelling.binning;

import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.TextColumn;
import java.util.List;
import java.util.Optional;

/**
 * One factor cut into bins, learnt from a sample and applied to any case.
 *
 * @param number the factor is a quantity
 * @param bins   in rising order of the value, or of the bad rate for codes; a bin for missing values comes last
 */
public record Binning(String factor, boolean number, List<Bin> bins) {

    /** Information value: how much the factor tells about the outcome, 0 for nothing. */
    public double iv() {
        return bins.stream().mapToDouble(Bin::iv).sum();
    }

    /** The bin of a case; empty for a code, or a missing value, that the sample had none of. */
    public Optional<Bin> of(Column column, int row) {
        if (column.missing(row)) {
            return first(Bin.Kind.MISSING);
        }
        if (column instanceof NumberColumn quantity) {
            double value = quantity.values()[row];
            return bins.stream().filter(bin -> bin.holds(value)).findFirst();
        }
        String code = ((TextColumn) column).values()[row];
        return bins.stream().filter(bin -> bin.kind() == Bin.Kind.LEVELS && bin.levels().contains(code)).findFirst()
                .or(() -> first(Bin.Kind.RARE_LEVELS));
    }

    /** Weight of evidence of a case; 0, which is no evidence either way, where the sample had nothing like it. */
    public double woe(Column column, int row) {
        return of(column, row).map(Bin::woe).orElse(0.0);
    }

    private Optional<Bin> first(Bin.Kind kind) {
        return bins.stream().filter(bin -> bin.kind() == kind).findFirst();
    }
}
