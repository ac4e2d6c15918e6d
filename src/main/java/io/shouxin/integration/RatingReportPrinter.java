package io.shouxin.integration;

import io.shouxin.document.LetterPrinter;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.FactLine;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.Improvement;
import io.shouxin.rating.PeerPosition;
import io.shouxin.rating.RatingReport;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.Ratio;
import io.shouxin.rating.RiskPoint;
import io.shouxin.rating.ScoreLine;
import io.shouxin.rating.ScorePart;
import io.shouxin.rating.ScoredText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prints the report that explains a rating (信用评估报告), in Chinese, for the bank's file. */
@Component
class RatingReportPrinter {

    private static final Locale ZH = Locale.CHINESE;
    private static final String NONE = "—";
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八"};

    private final PdfPrinter printer;
    private final Wording words;
    private final People people;
    private final ScoredText scored;
    private final PaperTemplate template = PaperTemplate.load("rating/report.xhtml");

    RatingReportPrinter(PdfPrinter printer, Wording words, People people) {
        this.people = people;
        this.printer = printer;
        this.words = words;
        this.scored = new ScoredText(words, ZH);
    }

    /** @param limit values of the chapter on the limit. @return the PDF, or refusal {@code GLYPH_MISSING} */
    Outcome<byte[]> print(RatingReport report, Map<String, Object> limit) {
        Map<String, Object> values = new HashMap<>();
        RatingView rating = report.rating();
        verdict(values, report);
        values.put("scored", !rating.lines().isEmpty());
        values.put("lines", lines(rating));
        values.put("hasRatios", !rating.ratios().isEmpty());
        values.put("ratios", ratios(rating));
        values.put("peerNote", peerNote(rating));
        values.put("hasAltman", rating.evidence().altmanZ().filter(z -> z.value().isPresent()).isPresent());
        rating.evidence().altmanZ().ifPresent(z -> {
            values.put("altman", z.value().map(BigDecimal::toPlainString).orElse(NONE));
            values.put("altmanZone", word("altmanZone", z.zone().name()));
        });
        values.put("hasRisks", !report.risks().isEmpty());
        values.put("risks", report.risks().stream().map(risk -> risk(risk, rating)).toList());
        values.put("hasFacts", !rating.evidence().facts().isEmpty());
        values.put("facts", rating.evidence().facts().stream().map(fact -> fact(fact, rating)).toList());
        better(values, report);
        values.put("policies", rating.policyVersions().entrySet().stream()
                .map(entry -> Map.of("name", word("policyName", entry.getKey()), "version", entry.getValue())).toList());
        values.putAll(limit);
        chapters(values);
        return printer.print(template.fill(values));
    }

    private void verdict(Map<String, Object> values, RatingReport report) {
        RatingView rating = report.rating();
        values.put("number", rating.id().value());
        values.put("date", LetterPrinter.inChinese(rating.asOf()));
        values.put("customer", report.customer().name());
        values.put("customerId", rating.customer().value());
        values.put("basis", word("ratingBasis", rating.basis().name()));
        values.put("subject", rating.subject());
        values.put("score", rating.score().toPlainString());
        values.put("grade", word("grade", rating.grade().name()));
        values.put("riskLevel", word("riskLevel", rating.grade().riskLevel().name()));
        values.put("pd", percent(rating.pd().fraction(), 2));
        values.put("masterClass", rating.evidence().masterClass().orElse(NONE));
        values.put("confidence", rating.evidence().confidence().map(share -> percent(share, 0)).orElse(NONE));
        values.put("previousGrade", report.previous().map(before -> word("grade", before.grade().name())).orElse("首次"));
        values.put("previousNote", report.previous().map(before -> before.score() + " 分，" + before.asOf()).orElse("无以往评级"));
        values.put("reproduced", report.reproduced() ? "一致" : "不一致");
        values.put("reproducedLong", report.reproduced() ? "一致" : "不一致，请核查");
        values.put("knockedOut", rating.knockedOut());
        values.put("knockOuts", rating.knockOutReasons().stream().map(code -> word("reason", code)).toList());
        values.put("overridden", rating.override().isPresent());
        rating.override().ifPresent(override -> {
            values.put("modelGrade", word("grade", override.modelGrade().name()));
            values.put("modelPd", percent(override.modelPd().fraction(), 2));
            values.put("overrideReason", word("overrideReason", override.reasonCode()));
            values.put("overrideUntil", override.validUntil().toString());
            values.put("overrideId", override.id().value());
        });
        values.put("suggestion", word("suggestion", report.suggestion()));
        values.put("ratedBy", people.names(Set.of(rating.by().value())).getOrDefault(rating.by().value(), "系统"));
        values.put("ratedAt", LocalDateTime.ofInstant(rating.at(), BusinessClock.ZONE).truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '));
        Optional<GradeTerms> terms = rating.evidence().terms();
        values.put("hasTerms", terms.isPresent());
        terms.ifPresent(granted -> {
            values.put("limitFactor", percent(granted.limitFactor(), 0));
            values.put("markup", plain(granted.rateMarkupBp()));
            values.put("paymentTerm", granted.paymentTermDays());
            values.put("netAssetMultiple", plain(granted.netAssetMultiple()));
            values.put("reviewCycle", granted.reviewCycleMonths());
            values.put("monitoring", word("monitoring", granted.monitoring()));
            values.put("strategy", rating.evidence().industry().map(policy -> word("strategy", policy.strategy())).orElse(NONE));
        });
    }

    private List<Map<String, Object>> lines(RatingView rating) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ScorePart.Kind part = null;
        for (ScoreLine line : rating.lines()) {
            Map<String, Object> row = new HashMap<>();
            boolean begins = line.part() != null && line.part() != part;
            part = line.part();
            row.put("newPart", begins);
            if (begins) {
                ScorePart sum = rating.parts().stream().filter(each -> each.kind() == line.part()).findFirst().orElseThrow();
                row.put("partName", word("scorePart", sum.kind().name()));
                row.put("partPoints", plain(sum.points()));
                row.put("partMax", plain(sum.maxPoints()));
            }
            row.put("name", word("characteristic", line.characteristic()));
            row.put("value", scored.of(rating, line.characteristic(), line.valueText()));
            row.put("points", plain(line.points()));
            row.put("most", plain(line.maxPoints()));
            row.put("width", line.maxPoints().signum() == 0 ? 0
                    : line.points().movePointRight(2).divide(line.maxPoints(), 0, RoundingMode.HALF_UP).intValue());
            row.put("tone", line.strong() ? "good" : line.points().multiply(BigDecimal.valueOf(3)).compareTo(line.maxPoints()) < 0 ? "bad" : "mid");
            row.put("reason", word("reason", line.reasonCode()));
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, Object>> ratios(RatingView rating) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Ratio.Dimension dimension = null;
        for (Ratio ratio : rating.ratios()) {
            Map<String, Object> row = new HashMap<>();
            row.put("newDimension", ratio.dimension() != dimension);
            dimension = ratio.dimension();
            row.put("dimension", word("dimension", dimension.name()));
            row.put("name", word("ratio", ratio.code()));
            row.put("formula", word("ratio", ratio.code() + ".formula"));
            row.put("definitions", ratio.definitions().isEmpty() ? "" : "（" + ratio.definitions().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(choice -> word("definition", choice.getKey() + "." + choice.getValue())).collect(Collectors.joining("；")) + "）");
            row.put("value", scored.of(ratio.value().orElse(null), ratio.unit()));
            row.put("undefined", ratio.value().isEmpty() && !whyUndefined(ratio).isEmpty());
            row.put("why", whyUndefined(ratio));
            row.put("previous", scored.of(ratio.previous().orElse(null), ratio.unit()));
            Optional<PeerPosition> peers = ratio.peers();
            row.put("lower", peers.map(each -> scored.of(each.lowerQuartile(), ratio.unit())).orElse(NONE));
            row.put("median", peers.map(each -> scored.of(each.median(), ratio.unit())).orElse(NONE));
            row.put("upper", peers.map(each -> scored.of(each.upperQuartile(), ratio.unit())).orElse(NONE));
            row.put("position", peers.map(each -> word("peerPosition", each.position().name())).orElse(NONE));
            row.put("positionTone", peers.map(each -> switch (each.position()) {
                case BETTER -> "tag-good";
                case WORSE -> "tag-bad";
                case AT -> "";
            }).orElse(""));
            rows.add(row);
        }
        return rows;
    }

    private String whyUndefined(Ratio ratio) {
        return ratio.years().isEmpty() || ratio.years().get(0).undefined() == null ? "" : word("undefined", ratio.years().get(0).undefined().name());
    }

    private String peerNote(RatingView rating) {
        Optional<PeerPosition> any = rating.ratios().stream().flatMap(ratio -> ratio.peers().stream()).findFirst();
        return any.map(peers -> "行业参考值：" + (peers.ownIndustry() ? "本行业（" + peers.industry() + "）" : "全行业（本行业无参考值）") + "，" + peers.year()
                + " 年，" + word("benchmarkSource", peers.source()) + "，版本 " + peers.version() + "。").orElse("没有可比的行业参考值。");
    }

    private Map<String, Object> risk(RiskPoint risk, RatingView rating) {
        return Map.of("type", word("riskType", risk.type().name()), "what", word("characteristic", risk.characteristic()),
                "value", scored.of(rating, risk.characteristic(), risk.valueText()), "cause", word("reason", risk.cause()),
                "missed", plain(risk.pointsMissed()), "tone", risk.severe() ? "tag-bad" : "", "measure", word("measure", risk.measure()));
    }

    private Map<String, Object> fact(FactLine fact, RatingView rating) {
        String details = fact.details().entrySet().stream().map(detail -> word("factDetail", detail.getKey()) + " " + detail(rating, detail.getValue()))
                .collect(Collectors.joining("；"));
        return Map.of("name", word("factKind", fact.code()), "state", word("factState", fact.state().name()),
                "tone", fact.confirmed() ? "tag-good" : "tag-bad", "value", details.isEmpty() ? scored.of(rating, characteristic(fact), fact.value()) : "",
                "details", details, "source", scored.of(rating, "", text(fact.source())), "day", day(fact.date()), "validUntil", day(fact.validUntil()),
                "document", text(fact.document()));
    }

    private String detail(RatingView rating, String value) {
        return switch (value) {
            case "true" -> "是";
            case "false" -> "否";
            default -> scored.of(rating, "", value);
        };
    }

    /** The score line a fact is read in, by which its value is put into words; the fact itself where there is none. */
    private static String characteristic(FactLine fact) {
        return switch (fact.code()) {
            case "MANAGEMENT_QUALITY", "MANAGEMENT" -> "managementQuality";
            case "MARKET_POSITION" -> "marketPosition";
            case "INDUSTRY_OUTLOOK" -> "industryOutlook";
            case "SITE_VISIT" -> "siteVisit";
            case "BACKGROUND_CHECK" -> "backgroundCheck";
            case "PAST_TRADING" -> "pastTrading";
            default -> fact.code();
        };
    }

    private void better(Map<String, Object> values, RatingReport report) {
        RatingView rating = report.rating();
        List<Improvement> found = report.expectations().improvements().stream().limit(8).toList();
        values.put("hasBetter", !found.isEmpty());
        values.put("better", found.stream().map(each -> Map.of("sentence", scored.of(rating, each), "gained", plain(each.pointsGained()),
                "after", plain(each.scoreAfter()), "gradeAfter", word("grade", each.gradeAfter().name()), "own", each.byCustomer() ? "是" : "否")).toList());
        values.put("hasTogether", !report.expectations().together().isEmpty());
        values.put("togetherText", report.expectations().together().stream().map(each -> scored.of(rating, each)).collect(Collectors.joining("；")));
        values.put("gradeTogether", report.expectations().gradeTogether().map(grade -> word("grade", grade.name())).orElse(NONE));
    }

    /** Chapters that are left out are not counted. */
    private static void chapters(Map<String, Object> values) {
        int chapter = Boolean.TRUE.equals(values.get("scored")) ? 2 : 1;
        chapter += Boolean.TRUE.equals(values.get("hasRatios")) ? 1 : 0;
        for (String name : List.of("risksNo", "factsNo", "betterNo", "limitNo", "policiesNo")) {
            if (!name.equals("limitNo") || Boolean.TRUE.equals(values.get("hasLimit"))) {
                values.put(name, NUMERALS[chapter++]);
            }
        }
    }

    private String word(String kind, String code) {
        return words.of(kind + "." + code, ZH);
    }

    private static String percent(BigDecimal fraction, int digits) {
        return fraction.movePointRight(2).setScale(digits, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? NONE : value;
    }

    private static String day(LocalDate day) {
        return Objects.toString(day, NONE);
    }
}
