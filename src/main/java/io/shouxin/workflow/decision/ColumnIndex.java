package io.shouxin.workflow.decision;

import io.shouxin.workflow.decision.CellTest.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of a table: value to the rows whose cell holds for it. The column's constants cut its values into regions within
 * which no cell can tell two values apart; each region's rows are found once, by asking the cells about one value of it.
 */
abstract class ColumnIndex {

    private final List<CellTest> cells;
    private final boolean[] silent;
    private final long[] rowsOfUnknown;

    /** @param cells a test per row; null where the row's cell is empty or {@code -} */
    ColumnIndex(List<CellTest> cells) {
        this.cells = cells;
        this.silent = new boolean[cells.size()];
        for (int row = 0; row < silent.length; row++) {
            silent[row] = cells.get(row) == null;
        }
        this.rowsOfUnknown = rowsHoldingFor(null);
    }

    /** The rows as bits, lowest first; null when the value is of another kind than the column. Not to be changed. */
    final long[] rowsFor(Object value) {
        return value == null ? rowsOfUnknown : rowsOf(value);
    }

    abstract long[] rowsOf(Object value);

    /** One value of each region, null excepted. */
    abstract List<Object> probes();

    final boolean isSilentIn(int row) {
        return silent[row];
    }

    /** Asks every cell about one value. */
    final long[] rowsHoldingFor(Object value) {
        long[] rows = new long[(cells.size() + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < silent.length; row++) {
            if (silent[row] || cells.get(row).of(value) == Verdict.HOLDS) {
                rows[row / Long.SIZE] |= 1L << row;
            }
        }
        return rows;
    }

    /** Codes and truth values: each constant by itself, and all others together. */
    static final class OfCodes extends ColumnIndex {

        private static final String OTHER = "NO_SUCH_CODE";

        private final Class<?> kind;
        private final java.util.Map<Object, long[]> byCode = new java.util.HashMap<>();
        private final List<Object> probes;
        private final long[] others;

        OfCodes(Class<?> kind, List<Object> constants, List<CellTest> cells) {
            super(cells);
            this.kind = kind;
            constants.forEach(code -> byCode.put(code, rowsHoldingFor(code)));
            List<Object> tried = new ArrayList<>(constants);
            if (kind == String.class) {
                String other = OTHER;
                while (byCode.containsKey(other)) {
                    other = other + "_";
                }
                tried.add(other);
                this.others = rowsHoldingFor(other);
            } else {
                this.others = null;
            }
            this.probes = List.copyOf(tried);
        }

        @Override
        long[] rowsOf(Object value) {
            if (value.getClass() != kind) {
                return null;
            }
            long[] known = byCode.get(value);
            return known != null ? known : others;
        }

        @Override
        List<Object> probes() {
            return probes;
        }
    }

    /** Numbers and days: below, at, between and above the column's bounds, found by halving. */
    static final class OfOrder extends ColumnIndex {

        private final Comparable<Object>[] bounds;
        private final double[] near;
        private final boolean days;
        private final long[][] regions;
        private final List<Object> probes;

        @SuppressWarnings("unchecked")
        OfOrder(boolean days, List<Object> rising, List<CellTest> cells) {
            super(cells);
            this.days = days;
            this.bounds = rising.toArray(new Comparable[0]);
            this.near = rising.stream().mapToDouble(bound -> days ? 0 : ((java.math.BigDecimal) bound).doubleValue()).toArray();
            this.regions = new long[2 * bounds.length + 1][];
            List<Object> tried = new ArrayList<>();
            for (int region = 0; region < regions.length; region++) {
                Object one = region % 2 == 1 ? bounds[region / 2] : Ordered.between(
                        region == 0 ? null : bounds[region / 2 - 1], region == regions.length - 1 ? null : bounds[region / 2], days);
                regions[region] = one == null ? new long[0] : rowsHoldingFor(one);
                if (one != null) {
                    tried.add(one);
                }
            }
            this.probes = List.copyOf(tried);
        }

        @Override
        long[] rowsOf(Object value) {
            Object comparable = days ? (value instanceof java.time.LocalDate ? value : null) : Ordered.decimal(value);
            return comparable == null ? null : regions[region(comparable)];
        }

        private int region(Object value) {
            double about = days ? 0 : ((java.math.BigDecimal) value).doubleValue();
            int low = 0;
            int high = bounds.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                // Rounding keeps the order, so unequal fractions settle it and only equal ones need every digit.
                int order = about < near[middle] ? -1 : about > near[middle] ? 1 : -bounds[middle].compareTo(value);
                if (order == 0) {
                    return 2 * middle + 1;
                }
                if (order < 0) {
                    high = middle - 1;
                } else {
                    low = middle + 1;
                }
            }
            return 2 * low;
        }

        @Override
        List<Object> probes() {
            return probes;
        }
    }
}
