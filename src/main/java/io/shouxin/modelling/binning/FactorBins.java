package io.shouxin.modelling.binning;

import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts factors into bins: fine classes first, then the coarse ones a scorecard uses (细分箱、粗分箱). */
public final class FactorBins {

    private final Sample sample;
    private final int[] rows;
    private final BinningRules rules;
    private final WeightOfEvidence evidence;

    /** @param rows the cases to learn from; no other case is looked at */
    public FactorBins(Sample sample, int[] rows, BinningRules rules) {
        this.sample = sample;
        this.rows = rows;
        this.rules = rules;
        long bads = Arrays.stream(rows).filter(row -> sample.bad()[row]).count();
        this.evidence = new WeightOfEvidence(rows.length - bads, bads, rules.smoothing());
    }

    /** Every factor of the sample cut into bins, the most telling first. */
    public List<Binning> ranked() {
        return sample.factors().stream().map(this::of)
                .sorted(Comparator.comparingDouble(Binning::iv).reversed().thenComparing(Binning::factor)).toList();
    }

    public Binning of(Column column) {
        return column instanceof NumberColumn number ? quantity(number) : codes((TextColumn) column);
    }

    private Binning quantity(NumberColumn column) {
        int[] known = Arrays.stream(rows).filter(row -> !column.missing(row)).toArray();
        double[] sorted = Arrays.stream(known).mapToDouble(row -> column.values()[row]).sorted().toArray();
        double[] cuts = FineClasses.cuts(sorted, rules.trend() == Trend.STRAIGHT ? rules.mostBins() : rules.fineBins());
        long[] good = new long[cuts.length + 1];
        long[] bad = new long[cuts.length + 1];
        for (int row : known) {
            int fine = FineClasses.of(column.values()[row], cuts);
            (sample.bad()[row] ? bad : good)[fine]++;
        }
        List<Bin> bins = new ArrayList<>();
        if (known.length > 0) {
            List<Integer> starts = new CoarseClasses(good, bad, rules, evidence).starts();
            for (int k = 0; k < starts.size(); k++) {
                int from = starts.get(k);
                int to = k + 1 < starts.size() ? starts.get(k + 1) : cuts.length + 1;
                bins.add(Bin.interval(from == 0 ? Double.NEGATIVE_INFINITY : cuts[from - 1],
                        to == cuts.length + 1 ? Double.POSITIVE_INFINITY : cuts[to - 1], sum(good, from, to), sum(bad, from, to), evidence));
            }
        }
        if (rules.trend() == Trend.STRAIGHT) {
            bins = straightened(bins);
        }
        addMissing(column, bins);
        return new Binning(column.name(), true, List.copyOf(bins));
    }

    /** The weights of evidence on a straight line through them (least squares, each bin weighing as many cases as it has). */
    private static List<Bin> straightened(List<Bin> bins) {
        double cases = bins.stream().mapToLong(Bin::cases).sum();
        double place = 0;
        double woe = 0;
        for (int k = 0; k < bins.size(); k++) {
            place += k * bins.get(k).cases() / cases;
            woe += bins.get(k).woe() * bins.get(k).cases() / cases;
        }
        double together = 0;
        double square = 0;
        for (int k = 0; k < bins.size(); k++) {
            together += bins.get(k).cases() * (k - place) * (bins.get(k).woe() - woe);
            square += bins.get(k).cases() * (k - place) * (k - place);
        }
        List<Bin> line = new ArrayList<>();
        for (int k = 0; k < bins.size(); k++) {
            line.add(bins.get(k).withWoe(square == 0 ? woe : woe + together / square * (k - place)));
        }
        return line;
    }

    private Binning codes(TextColumn column) {
        Map<String, long[]> counts = new TreeMap<>();
        for (int row : rows) {
            if (!column.missing(row)) {
                counts.computeIfAbsent(column.values()[row], level -> new long[2])[sample.bad()[row] ? 1 : 0]++;
            }
        }
        List<Level> levels = new ArrayList<>();
        List<String> rare = new ArrayList<>();
        long[] rest = new long[2];
        counts.forEach((level, count) -> {
            if (count[0] + count[1] < rules.leastShare() * rows.length) {
                rare.add(level);
                rest[0] += count[0];
                rest[1] += count[1];
            } else {
                levels.add(new Level(List.of(level), count[0], count[1]));
            }
        });
        levels.sort(Comparator.comparingDouble(Level::badRate).thenComparing(level -> level.names().get(0)));
        List<Bin> bins = new ArrayList<>();
        joined(levels).forEach(level -> bins.add(Bin.levels(Bin.Kind.LEVELS, level.names(), level.good(), level.bad(), evidence)));
        if (!rare.isEmpty()) {
            bins.add(Bin.levels(Bin.Kind.RARE_LEVELS, rare.size() <= 50 ? rare : rare.subList(0, 50), rest[0], rest[1], evidence));
        }
        addMissing(column, bins);
        return new Binning(column.name(), false, List.copyOf(bins));
    }

    /** Codes stay apart as long as they are not too many; then those of like bad rate are joined. */
    private List<Level> joined(List<Level> levels) {
        if (levels.size() <= rules.mostBins()) {
            return levels;
        }
        long[] good = levels.stream().mapToLong(Level::good).toArray();
        long[] bad = levels.stream().mapToLong(Level::bad).toArray();
        List<Integer> starts = new CoarseClasses(good, bad, rules, evidence).starts();
        List<Level> joined = new ArrayList<>();
        for (int k = 0; k < starts.size(); k++) {
            int from = starts.get(k);
            int to = k + 1 < starts.size() ? starts.get(k + 1) : levels.size();
            joined.add(new Level(levels.subList(from, to).stream().flatMap(level -> level.names().stream()).toList(),
                    sum(good, from, to), sum(bad, from, to)));
        }
        return joined;
    }

    private void addMissing(Column column, List<Bin> bins) {
        long missing = Arrays.stream(rows).filter(column::missing).count();
        long bad = Arrays.stream(rows).filter(row -> column.missing(row) && sample.bad()[row]).count();
        if (missing > 0) {
            bins.add(Bin.missing(missing - bad, bad, evidence));
        }
    }

    private static long sum(long[] counts, int from, int to) {
        return Arrays.stream(counts, from, to).sum();
    }

    private record Level(List<String> names, long good, long bad) {

        double badRate() {
            return (double) bad / (good + bad);
        }
    }
}
