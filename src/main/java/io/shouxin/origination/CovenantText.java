package io.shouxin.origination;

import io.shouxin.customer.StatementItem;
import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A covenant in words, for papers, forms and pages: what is asked, how it is measured, when it is tested. */
public final class CovenantText {

    private CovenantText() {
    }

    /** Its name, e.g. 资产负债率. */
    public static String name(Covenant covenant, Wording wording, Locale language) {
        return wording.of("covenant." + covenant.code(), language);
    }

    /** What is asked: name, bound and target with the later targets; for what is no figure the name alone. */
    public static String asked(Covenant covenant, Wording wording, Locale language) {
        String name = name(covenant, wording, language);
        if (covenant.target() == null) {
            return name;
        }
        boolean chinese = isChinese(language);
        String steps = covenant.steps().stream().map(step -> chinese
                ? "；自额度生效满 " + step.afterMonths() + " 个月起" + bound(covenant.bound(), wording, language) + " " + figure(step.target(), covenant.unit(), language)
                : "; from month " + step.afterMonths() + " on " + bound(covenant.bound(), wording, language) + " " + figure(step.target(), covenant.unit(), language))
                .collect(Collectors.joining());
        return name + (chinese ? "" : " ") + bound(covenant.bound(), wording, language) + " " + figure(covenant.target(), covenant.unit(), language) + steps;
    }

    /** How the figure is worked out; empty for what is no figure. */
    public static String formula(Covenant covenant, Wording wording, Locale language) {
        return covenant.target() == null ? "" : formula(covenant.formula(), wording, language);
    }

    private static String formula(String formula, Wording wording, Locale language) {
        if (wording.knows("ratio." + formula + ".formula")) {
            return wording.of("ratio." + formula + ".formula", language);
        }
        String words = formula.replace("?", "").replace("*", "×").replace("/", "÷").replace("-", "−");
        List<StatementItem> longestFirst = Arrays.stream(StatementItem.values())
                .sorted(Comparator.comparingInt((StatementItem item) -> item.name().length()).reversed()).toList();
        for (StatementItem item : longestFirst) {
            words = words.replaceAll("\\b" + item.name() + "\\b", isChinese(language) ? item.zh() : item.en());
        }
        return words;
    }

    /** When it is tested, with notice and grace. */
    public static String tested(Covenant covenant, Wording wording, Locale language) {
        String often = wording.of("covenantFrequency." + covenant.frequency(), language);
        boolean informs = covenant.kind() == CovenantKind.INFORMATIONAL;
        return isChinese(language)
                ? often + "，期末后 " + covenant.dueDays() + " 日" + (informs ? "内提供" : "测试") + "，提前 " + covenant.noticeDays() + " 日通知，宽限 " + covenant.graceDays() + " 日"
                : often + (informs ? ", due " : ", tested ") + covenant.dueDays() + " days after the period, notice " + covenant.noticeDays() + " days, grace "
                        + covenant.graceDays() + " days";
    }

    /** A figure as people read it, without rounding: 0.7 as 70.00%, 4.5 as 4.50 times. */
    public static String figure(BigDecimal value, CovenantUnit unit, Locale language) {
        return switch (unit) {
            case FRACTION -> places(value.movePointRight(2)) + "%";
            case TIMES -> places(value) + (isChinese(language) ? " 倍" : "×");
            case DAYS -> value.stripTrailingZeros().toPlainString() + (isChinese(language) ? " 天" : " days");
            case YUAN -> "¥" + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        };
    }

    private static String bound(CovenantBound bound, Wording wording, Locale language) {
        return wording.of("covenantBound." + bound, language);
    }

    private static String places(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }

    private static boolean isChinese(Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage());
    }
}
