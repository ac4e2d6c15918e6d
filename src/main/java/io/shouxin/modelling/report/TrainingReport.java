package io.shouxin.modelling.report;

import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.Trend;
import io.shouxin.modelling.training.ScorecardPoints;
import io.shouxin.modelling.training.Training;
import io.shouxin.modelling.training.TrainingPlan;
import io.shouxin.modelling.validation.Calibration;
import io.shouxin.modelling.validation.Discrimination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a risk department asks of a model before it lets it be published (训练报告), as one page that needs nothing else. */
public final class TrainingReport {

    /** With fewer bad cases than this, intervals are wide and one more case may change the model. */
    private static final int FEW_BAD_CASES = 100;

    private final Training training;
    private final ScorecardPoints points;

    private TrainingReport(Training training) {
        this.training = training;
        this.points = ScorecardPoints.of(training.model(), training.plan().scaling());
    }

    public static String text(String name, String version, Training training) {
        return new TrainingReport(training).page(name, version);
    }

    private String page(String name, String version) {
        Html page = new Html(name + " " + version);
        page.title("训练报告 " + name + " " + version, "Training report");
        warnings(page);
        data(page);
        page.section("区分能力", "Discrimination");
        page.table(List.of("样本|cases", "AUC", "95% 置信区间|interval (DeLong)", "Gini", "KS", "好|good", "坏|bad"), discrimination());
        page.paragraph("交叉验证中每个样本都由未见过它的模型预测，分箱与选变量均在各折内重做。各次重复的 AUC 见下。",
                "In cross-validation each case is predicted by a model that has not seen it; bins and selection are made anew in each fold.");
        double[] range = training.tried().range();
        page.table(List.of("重复次数|repeats", "平均 AUC|mean AUC", "标准差|deviation", "最低|lowest", "最高|highest"),
                List.of(List.of(String.valueOf(training.tried().aucs().size()), Html.number(training.tried().meanAuc(), 4),
                        Html.number(training.tried().deviation(), 4), Html.number(range[0], 4), Html.number(range[1], 4))));
        page.plots(List.of(roc(), distributions(), calibration()));
        calibrationTable(page);
        model(page);
        page.section("入模因素的分箱", "Bins of the factors in the model");
        page.plots(training.model().factors().stream().map(FactorPlot::figure).toList());
        page.section("全部因素按信息值排序", "All factors by information value");
        page.table(List.of("因素|factor", "IV", "分箱数|bins", "入选次数|chosen in"), training.ranked().stream().map(this::ranked).toList());
        return page.end();
    }

    private void warnings(Html page) {
        if (training.sample().bads() < FEW_BAD_CASES) {
            page.warning("坏样本仅 %d 个，结果的不确定性很大，请重视置信区间。".formatted(training.sample().bads()),
                    "Only %d bad cases: read the intervals, not the figures.".formatted(training.sample().bads()));
        }
        if (training.plan().ridge() > 0) {
            page.warning("系数加了岭惩罚 %s，标准误按惩罚后的信息矩阵计算。".formatted(training.plan().ridge()),
                    "Coefficients were kept small by a ridge of %s; standard errors are of the penalised fit.".formatted(training.plan().ridge()));
        }
        if (training.calibrated().pValue() < 0.05) {
            page.warning("样本外校准不佳（Hosmer-Lemeshow p = %s）：违约概率不可直接使用。".formatted(Html.number(training.calibrated().pValue(), 4)),
                    "Poorly calibrated out of sample: use the ranks, not the probabilities.");
        }
    }

    private void data(Html page) {
        TrainingPlan plan = training.plan();
        page.section("数据与设定", "Data and plan");
        page.table(List.of("项目|item", "值|value"), List.of(
                List.of("数据 data", training.sample().table().source()), List.of("SHA-256", training.sample().table().sha256()),
                List.of("样本 cases", training.sample().size() + " / 坏 bad " + training.sample().bads()),
                List.of("结果列 outcome", training.sample().outcome()),
                List.of("分箱 bins", "≤ %d，每箱 share ≥ %s，%s，平滑 smoothing %s，细分 fine %d".formatted(plan.bins().mostBins(),
                        Html.percent(plan.bins().leastShare()), trend(plan.bins().trend()),
                        plan.bins().smoothing(), plan.bins().fineBins())),
                List.of("选变量 selection", "IV ≥ %s，|r| ≤ %s，≤ %d，%s".formatted(plan.leastIv(), plan.mostCorrelation(), plan.mostFactors(),
                        plan.ridge() > 0 ? "按 IV by IV, ridge " + plan.ridge() : "逐步 stepwise by AIC")),
                List.of("交叉验证 cross-validation", "%d × %d，种子 seed %d".formatted(plan.repeats(), plan.folds(), plan.seed())),
                List.of("刻度 scaling", "PDO %s，%s : %s，factor %s，offset %s".formatted(plan.scaling().pointsToDouble(), plan.scaling().anchorPoints(),
                        plan.scaling().anchorOdds(), Html.number(plan.scaling().factor(), 4), Html.number(plan.scaling().offset(), 3)))));
    }

    private static String trend(Trend trend) {
        return switch (trend) {
            case ANY -> "任意 any trend";
            case MONOTONE -> "单调 monotone";
            case STRAIGHT -> "等距 straight";
        };
    }

    private List<List<String>> discrimination() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("训练样本（偏乐观） training cases, too favourable", training.fitted()));
        rows.add(row("交叉验证（样本外） held back", training.heldBack()));
        training.later().ifPresent(later -> rows.add(row("跨期 other time: " + later.source() + ", PSI " + Html.number(later.stability(), 3), later.discrimination())));
        return rows;
    }

    private static List<String> row(String cases, Discrimination told) {
        return List.of(cases, Html.number(told.auc(), 4), Html.number(told.lower(), 3) + " – " + Html.number(told.upper(), 3), Html.number(told.gini(), 4),
                Html.number(told.ks(), 4), String.valueOf(told.goods()), String.valueOf(told.bads()));
    }

    private String roc() {
        return Html.figure(new Plot("ROC", 1, 1, "误报 good cases flagged", "命中 bad cases flagged").ticksBelow()
                .line(List.of(new double[] {0, 0}, new double[] {1, 1}), "even").line(cumulated(true), "main").end(), "ROC 曲线（样本外）", "ROC curve, held back");
    }

    private String distributions() {
        int[] order = order();
        List<double[]> good = new ArrayList<>(List.of(new double[] {0, 0}));
        List<double[]> bad = new ArrayList<>(List.of(new double[] {0, 0}));
        List<double[]> both = cumulated(false);
        for (int k = 0; k < order.length; k++) {
            good.add(new double[] {(k + 1.0) / order.length, both.get(k + 1)[0]});
            bad.add(new double[] {(k + 1.0) / order.length, both.get(k + 1)[1]});
        }
        return Html.figure(new Plot("KS", 1, 1, "由高风险到低风险 riskiest first", "累计占比 cumulated share").ticksBelow().line(bad, "second").line(good, "main").end(),
                "KS：坏（橙）与好（蓝）的累计分布", "KS: bad (orange) and good (blue), cumulated");
    }

    private String calibration() {
        double most = Math.max(1e-6, training.calibrated().groups().stream().mapToDouble(group -> Math.max(group.predicted(), group.observed())).max().orElse(1));
        return Html.figure(new Plot("calibration", most, most, "预测 predicted", "实际 observed").ticksBelow()
                .line(List.of(new double[] {0, 0}, new double[] {most, most}), "even")
                .dots(training.calibrated().groups().stream().map(group -> new double[] {group.predicted(), group.observed()}).toList()).end(),
                "校准（样本外，分组）", "Calibration, held back, by groups");
    }

    private void calibrationTable(Html page) {
        Calibration told = training.calibrated();
        page.table(List.of("Brier", "Brier（均值预测）|of the mean", "Hosmer-Lemeshow", "p", "PSI（样本内外）|in against out of sample"),
                List.of(List.of(Html.number(told.brier(), 4), Html.number(told.brierOfMean(), 4), Html.number(told.hosmerLemeshow(), 2),
                        Html.number(told.pValue(), 4), Html.number(training.stability(), 4))));
    }

    private void model(Html page) {
        page.section("模型与评分卡", "Model and scorecard");
        double[] beta = training.model().fit().beta();
        double[] errors = training.model().fit().standardErrors();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("截距 intercept", Html.number(beta[0], 4), Html.number(errors[0], 4), "", "", points.base().toPlainString()));
        for (int k = 0; k < points.factors().size(); k++) {
            Binning binning = points.factors().get(k).binning();
            rows.add(List.of(binning.factor(), Html.number(beta[k + 1], 4), Html.number(errors[k + 1], 4), Html.number(binning.iv(), 4),
                    chosen(binning.factor()), points.factors().get(k).most().toPlainString()));
        }
        page.table(List.of("因素|factor", "系数|coefficient", "标准误|error", "IV", "入选次数|chosen in", "满分|most points"), rows);
        double base = training.plan().scaling().points(beta[0]);
        page.paragraph("百分制：基础 %s 分加各因素得分；刻度分：基础 %s 分加各分箱刻度分。".formatted(points.base().toPlainString(), Html.number(base, 1)),
                "Of 100: a base of %s plus the points of each bin; scaled: a base of %s plus the scaled points of each bin."
                        .formatted(points.base().toPlainString(), Html.number(base, 1)));
        List<List<String>> bins = new ArrayList<>();
        points.factors().forEach(factor -> factor.bins().forEach(bin -> bins.add(List.of(factor.binning().factor(), bin.bin().label(),
                String.valueOf(bin.bin().cases()), String.valueOf(bin.bin().bad()), Html.percent(bin.bin().badRate()), Html.number(bin.bin().woe(), 4),
                bin.points().toPlainString(), bin.scaled().toPlainString()))));
        page.table(List.of("因素|factor", "分箱|bin", "样本|cases", "坏|bad", "坏样本率|bad rate", "WOE", "得分（百分制）|points of 100", "刻度分|scaled points"), bins);
    }

    private List<String> ranked(Binning binning) {
        return List.of(binning.factor(), Html.number(binning.iv(), 4), String.valueOf(binning.bins().size()), chosen(binning.factor()));
    }

    private String chosen(String factor) {
        return training.tried().timesChosen().getOrDefault(factor, 0) + " / " + training.tried().models();
    }

    private int[] order() {
        double[] odds = training.tried().logOdds();
        return IntStream.range(0, odds.length).boxed().sorted(Comparator.comparingDouble(row -> -odds[row])).mapToInt(row -> row).toArray();
    }

    /** Share of good and share of bad cases among the riskiest, case by case; only corners where {@code thin}. */
    private List<double[]> cumulated(boolean thin) {
        List<double[]> curve = new ArrayList<>(List.of(new double[] {0, 0}));
        int[] order = order();
        int bads = training.sample().bads();
        int good = 0;
        int bad = 0;
        for (int k = 0; k < order.length; k++) {
            boolean isBad = training.sample().bad()[order[k]];
            bad += isBad ? 1 : 0;
            good += isBad ? 0 : 1;
            if (!thin || k == order.length - 1 || isBad != training.sample().bad()[order[k + 1]]) {
                curve.add(new double[] {(double) good / (order.length - bads), (double) bad / bads});
            }
        }
        return curve;
    }
}
