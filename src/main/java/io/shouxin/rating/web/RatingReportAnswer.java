package io.shouxin.rating.web;

import io.shouxin.kernel.Wording;
import io.shouxin.rating.FactLine;
import io.shouxin.rating.Improvement;
import io.shouxin.rating.RatingReport;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.RiskPoint;
import io.shouxin.rating.ScoredText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rating report in the reader's language; codes stand beside their labels, the rating itself as it is stored. */
record RatingReportAnswer(RatingView rating, String customerName, String industryCode, RatingExplanation explanation, Previous previous,
                          List<Risk> risks, List<Better> improvements, List<Better> together, String gradeTogether, String suggestion,
                          boolean reproduced, List<FactLine> toVerify, Map<String, String> scored) {

    static RatingReportAnswer of(RatingReport report, Wording words, Locale language) {
        RatingView rating = report.rating();
        ScoredText text = new ScoredText(words, language);
        return new RatingReportAnswer(rating, report.customer().name(), report.customer().industryCode(),
                RatingExplanation.of(rating, words, language),
                report.previous().map(before -> new Previous(before.id().value(), before.score().toPlainString(),
                        words.of("grade." + before.grade(), language), before.asOf().toString())).orElse(null),
                report.risks().stream().map(risk -> Risk.of(risk, rating, text, words, language)).toList(),
                report.expectations().improvements().stream().map(each -> Better.of(each, rating, text, words, language)).toList(),
                report.expectations().together().stream().map(each -> Better.of(each, rating, text, words, language)).toList(),
                report.expectations().gradeTogether().map(grade -> words.of("grade." + grade, language)).orElse(null),
                words.of("suggestion." + report.suggestion(), language), report.reproduced(), rating.evidence().toVerify(),
                scored(rating, text));
    }

    private static Map<String, String> scored(RatingView rating, ScoredText text) {
        Map<String, String> scored = new LinkedHashMap<>();
        rating.lines().forEach(line -> scored.put(line.characteristic(), text.of(rating, line.characteristic(), line.valueText())));
        return scored;
    }

    /** The rating before this one. */
    record Previous(String id, String score, String grade, String asOf) {
    }

    /** A risk point in words. */
    record Risk(String type, String typeLabel, String characteristic, String value, String cause, String pointsMissed, boolean severe,
                String measure) {

        static Risk of(RiskPoint risk, RatingView rating, ScoredText text, Wording words, Locale language) {
            return new Risk(risk.type().name(), words.of("riskType." + risk.type(), language),
                    words.of("characteristic." + risk.characteristic(), language), text.of(rating, risk.characteristic(), risk.valueText()),
                    words.of("reason." + risk.cause(), language), risk.pointsMissed().toPlainString(), risk.severe(),
                    words.of("measure." + risk.measure(), language));
        }
    }

    /** An improvement as a sentence, with its figures. */
    record Better(String characteristic, String sentence, String pointsGained, String scoreAfter, String gradeAfter, boolean raisesGrade,
                  boolean byCustomer) {

        static Better of(Improvement each, RatingView rating, ScoredText text, Wording words, Locale language) {
            return new Better(each.characteristic(), text.of(rating, each), each.pointsGained().toPlainString(), each.scoreAfter().toPlainString(), words.of("grade." + each.gradeAfter(), language),
                    each.gradeAfter() != rating.modelGrade(), each.byCustomer());
        }
    }
}
