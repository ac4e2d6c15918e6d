package io.shouxin.rating;

import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Scored values and ratios as people read them: shares as per cent, days as days, money in yuan, codes in words. */
public final class ScoredText {

    private static final Set<String> SHARES = Set.of("gapShare", "voidRate", "redRate", "volatility", "salesVolatility36m", "salesGrowth",
            "topCustomerShare", "salesMargin", "leverageChange", "guaranteesToEquity", "guaranteesToIncome", "debtServiceRatio", "pastTrading");
    private static final Set<String> MONEY = Set.of("sales12m", "averageMonthlySales", "medianMonthlySales", "yearlyIncome");
    private static final Map<String, String> CODES = Map.of("home", "home", "zZone", "altmanZone", "backgroundCheck", "backgroundVerdict",
            "managementQuality", "judgement", "marketPosition", "judgement", "industryOutlook", "judgement", "siteVisit", "judgement");
    private static final Set<String> SPECIAL = Set.of("UNKNOWN", "NOT_RATED", "ARREARS", "AUDITED", "SELF_REPORTED");

    private final Wording words;
    private final Locale language;

    public ScoredText(Wording words, Locale language) {
        this.words = words;
        this.language = language;
    }

    /** @param text as stored with the score line; a dash for what is undefined */
    public String of(RatingView rating, String characteristic, String text) {
        if (text == null || text.isEmpty()) {
            return "—";
        }
        if (SPECIAL.contains(text)) {
            return words.of("scored." + text, language);
        }
        if (CODES.containsKey(characteristic)) {
            return words.of(CODES.get(characteristic) + "." + text, language);
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException code) {
            return text;
        }
        return rating.ratios().stream().filter(ratio -> ratio.code().equals(characteristic)).findFirst()
                .map(ratio -> of(number, ratio.unit())).orElseGet(() -> of(characteristic, number));
    }

    private String of(String characteristic, BigDecimal number) {
        if (SHARES.contains(characteristic)) {
            return of(number, Ratio.Unit.FRACTION);
        }
        return MONEY.contains(characteristic) ? words.of("scored.yuan", language, Map.of("amount", grouped(number))) : grouped(number);
    }

    /** A ratio in its unit; a dash when it has no value. */
    public String of(BigDecimal value, Ratio.Unit unit) {
        if (value == null) {
            return "—";
        }
        return switch (unit) {
            case FRACTION -> value.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
            case TIMES -> value.setScale(2, RoundingMode.HALF_UP).toPlainString();
            case DAYS -> words.of("scored.days", language, Map.of("days", value.setScale(0, RoundingMode.HALF_UP).toPlainString()));
        };
    }

    /** What better value of a characteristic would better the grade, as a sentence. */
    public String of(RatingView rating, Improvement improvement) {
        String characteristic = improvement.characteristic();
        return words.of("improvement." + improvement.way(), language, Map.of("what", words.of("characteristic." + characteristic, language),
                "today", of(rating, characteristic, improvement.valueText()), "target", of(rating, characteristic, improvement.targetText())));
    }

    private static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
