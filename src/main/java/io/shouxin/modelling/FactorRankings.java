package io.shouxin.modelling;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.modelling.FactorRanking.FactorBin;
import io.shouxin.modelling.FactorRanking.RankedFactor;
import io.shouxin.modelling.binning.Bin;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.binning.FactorBins;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.ColumnOfText;
import io.shouxin.modelling.data.DataTable;
import io.shouxin.modelling.data.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ranks what was known of the bank's own cases by what it tells about how they ended (数据挖掘). */
@Service
@Transactional(readOnly = true)
public class FactorRankings {

    /** Refusal: too few cases have ended one way or the other for anything to be learned from them. */
    public static final String TOO_RARE = "OUTCOME_TOO_RARE";

    private final List<OutcomeSource> sources;

    FactorRankings(List<OutcomeSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Codes of all outcomes one may ask for. */
    public List<String> outcomes() {
        return sources.stream().flatMap(source -> source.outcomes().stream()).sorted().toList();
    }

    /**
     * @param population only these cases; null for all
     * @return refused when there is no such outcome, or when too few cases have ended one way or the other
     */
    public Outcome<FactorRanking> of(String outcome, String population) {
        OutcomeSource source = sources.stream().filter(one -> one.outcomes().contains(outcome)).findFirst().orElse(null);
        if (source == null) {
            return Outcome.refused(Refusal.of("OUTCOME_UNKNOWN").at("outcome").with("outcome", outcome)
                    .with("outcomes", String.join(", ", outcomes())));
        }
        List<ObservedCase> all = source.cases(outcome);
        List<String> populations = all.stream().map(ObservedCase::population).distinct().sorted().toList();
        List<ObservedCase> cases = all.stream().filter(one -> population == null || one.population().equals(population)).toList();
        int bads = (int) cases.stream().filter(ObservedCase::bad).count();
        if (bads < Sample.FEWEST_OF_EACH || cases.size() - bads < Sample.FEWEST_OF_EACH) {
            return Outcome.refused(Refusal.of(TOO_RARE).at("outcome").with("bad", bads).with("good", cases.size() - bads)
                    .with("fewest", Sample.FEWEST_OF_EACH));
        }
        return sample(outcome, cases).map(sample -> new FactorRanking(outcome, populations, sample.size(), sample.bads(),
                new FactorBins(sample, sample.all(), BinningRules.USUAL).ranked().stream().map(FactorRankings::ranked).toList()));
    }

    private static Outcome<Sample> sample(String outcome, List<ObservedCase> cases) {
        Set<String> names = new TreeSet<>();
        cases.forEach(one -> names.addAll(one.facts().keySet()));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            List<String> cells = new ArrayList<>();
            for (ObservedCase one : cases) {
                String cell = one.facts().get(name);
                cells.add(cell == null || cell.isEmpty() ? null : cell);
            }
            Outcome<Column> column = ColumnOfText.column(name, cells);
            if (!column.isDone()) {
                return Outcome.refused(column.refusals());
            }
            columns.add(column.orElseThrow());
        }
        boolean[] bad = new boolean[cases.size()];
        IntStream.range(0, bad.length).forEach(row -> bad[row] = cases.get(row).bad());
        return Outcome.done(new Sample(new DataTable(outcome, "", bad.length, List.copyOf(columns)), outcome, List.copyOf(columns), bad));
    }

    private static RankedFactor ranked(Binning binning) {
        return new RankedFactor(binning.factor(), rounded(binning.iv()), strength(binning.iv()),
                binning.bins().stream().map(FactorRankings::bin).toList());
    }

    private static FactorBin bin(Bin bin) {
        return new FactorBin(bin.label(), (int) bin.cases(), (int) bin.bad(), rounded(bin.badRate()), rounded(bin.woe()));
    }

    static String strength(double iv) {
        return iv < 0.02 ? "NONE" : iv < 0.1 ? "WEAK" : iv < 0.3 ? "MEDIUM" : iv < 0.5 ? "STRONG" : "SUSPICIOUS";
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
    }
}
