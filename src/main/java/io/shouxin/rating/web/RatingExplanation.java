package io.shouxin.rating.web;

import io.shouxin.kernel.Wording;
import io.shouxin.rating.GradeOverride;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.Ratio;
import io.shouxin.rating.ScoreLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A rating with its reasons in the reader's language (评级说明). Codes stand beside their labels; numbers are decimal
 * strings; {@code value} and {@code previous} are null where a ratio is undefined.
 */
record RatingExplanation(String id, String customer, String subject, Code basis, boolean knockedOut, String score, Code grade,
        Code riskLevel, String pd, LocalDate asOf, Instant ratedAt, String ratedBy, Map<String, String> policyVersions,
        List<Code> reasons, List<Line> lines, List<RatioLine> ratios, Code modelGrade, String modelPd, Overridden override) {

    static RatingExplanation of(RatingView rating, Wording words, Locale language) {
        Labels labels = new Labels(words, language);
        return new RatingExplanation(rating.id().value(), rating.customer().value(), rating.subject(),
                labels.of("ratingBasis", rating.basis().name()), rating.knockedOut(), rating.score().toPlainString(),
                labels.of("grade", rating.grade().name()), labels.of("riskLevel", rating.grade().riskLevel().name()),
                rating.pd().toString(), rating.asOf(), rating.at(), rating.by().value(), rating.policyVersions(),
                rating.reasonCodes().stream().map(code -> labels.of("reason", code)).toList(),
                rating.lines().stream().map(line -> Line.of(line, labels)).toList(),
                rating.ratios().stream().map(ratio -> RatioLine.of(ratio, labels)).toList(),
                labels.of("grade", rating.modelGrade().name()), rating.modelPd().toString(),
                rating.override().map(override -> Overridden.of(override, labels)).orElse(null));
    }

    /** A code and what it is called. */
    record Code(String code, String label) {
    }

    /** The expert's override the grade comes from; null in the rating when it is the model's. */
    record Overridden(String id, Code reason, LocalDate validUntil) {

        private static Overridden of(GradeOverride override, Labels labels) {
            return new Overridden(override.id().value(), labels.of("overrideReason", override.reasonCode()), override.validUntil());
        }
    }

    record Line(Code characteristic, String value, String points, String maxPoints, Code reason) {

        private static Line of(ScoreLine line, Labels labels) {
            return new Line(labels.of("characteristic", line.characteristic()), line.valueText(), line.points().toPlainString(),
                    line.maxPoints().toPlainString(), labels.of("reason", line.reasonCode()));
        }
    }

    record RatioLine(Code ratio, String formula, Code dimension, Ratio.Unit unit, String value, String previous) {

        private static RatioLine of(Ratio ratio, Labels labels) {
            return new RatioLine(labels.of("ratio", ratio.code()), labels.of("ratio", ratio.code() + ".formula").label(),
                    labels.of("dimension", ratio.dimension().name()), ratio.unit(), plain(ratio.value()), plain(ratio.previous()));
        }

        private static String plain(Optional<BigDecimal> value) {
            return value.map(BigDecimal::toPlainString).orElse(null);
        }
    }

    private record Labels(Wording words, Locale language) {

        Code of(String kind, String code) {
            return new Code(code, words.of(kind + "." + code, language));
        }
    }
}
