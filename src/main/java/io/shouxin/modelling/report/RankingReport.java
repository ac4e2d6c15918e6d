package io.shouxin.modelling.report;

import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.data.Sample;
import java.util.List;

/** Factors by information value with a plot of each, as one page that needs nothing else (因素排序). */
public final class RankingReport {

    private RankingReport() {
    }

    public static String text(Sample sample, List<Binning> ranked) {
        Html page = new Html("因素排序 Ranking of factors");
        page.title("因素排序", "Ranking of factors");
        page.paragraph("数据 %s（SHA-256 %s），%d 个样本，其中坏样本 %d 个，结果列 %s。".formatted(sample.table().source(), sample.table().sha256(),
                        sample.size(), sample.bads(), sample.outcome()),
                "Information value below 0.02 tells nothing, up to 0.1 little, up to 0.3 something, above much; above 0.5 ask whether it was known beforehand.");
        page.table(List.of("因素|factor", "IV"), ranked.stream().map(binning -> List.of(binning.factor(), Html.number(binning.iv(), 4))).toList());
        page.plots(ranked.stream().map(FactorPlot::figure).toList());
        return page.end();
    }
}
