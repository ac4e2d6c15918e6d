package io.shouxin.receipt;

import static io.shouxin.receipt.ReceiptPrinter.each;
import static io.shouxin.receipt.ReceiptPrinter.money;
import static io.shouxin.receipt.ReceiptPrinter.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The chapters of a printed receipt that are figures: the score, line by line, and the limit, constraint beside constraint. */
final class ReceiptFigures {

    private static final Locale ZH = Locale.CHINESE;

    private final Wording words;

    ReceiptFigures(Wording words) {
        this.words = words;
    }

    void rating(Map<String, Object> values, JsonNode rating) {
        values.put("hasRating", rating.isObject());
        values.put("ratingNumber", rating.path("number").asText());
        values.put("score", rating.path("score").asText());
        values.put("ratingGrade", words.of("grade." + rating.path("grade").asText(), ZH));
        values.put("pd", rating.isObject() ? new BigDecimal(rating.path("pd").asText()).movePointRight(2).setScale(2, RoundingMode.HALF_UP) + "%" : "");
        values.put("hasLines", rating.path("waterfall").size() > 0);
        values.put("lines", waterfall(rating.path("waterfall")));
    }

    /** Each line with what the score has come to. */
    private List<Map<String, Object>> waterfall(JsonNode lines) {
        List<Map<String, Object>> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            BigDecimal points = new BigDecimal(line.path("points").asText());
            BigDecimal most = new BigDecimal(line.path("most").asText());
            sum = sum.add(points);
            Map<String, Object> row = new HashMap<>();
            row.put("name", words.of("characteristic." + line.path("characteristic").asText(), ZH));
            row.put("value", readable(line.path("value").asText()));
            row.put("points", points.stripTrailingZeros().toPlainString());
            row.put("most", most.stripTrailingZeros().toPlainString());
            row.put("sum", sum.stripTrailingZeros().toPlainString());
            row.put("width", most.signum() == 0 ? 0 : points.movePointRight(2).divide(most, 0, RoundingMode.HALF_UP).intValue());
            row.put("reason", words.of("reason." + line.path("reason").asText(), ZH));
            rows.add(row);
        }
        return rows;
    }

    /** A number to four digits; anything else as it is. */
    private static String readable(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            return number.setScale(Math.min(4, Math.max(number.scale(), 0)), RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException code) {
            return text(value);
        }
    }

    void limit(Map<String, Object> values, JsonNode limit, JsonNode proposal) {
        values.put("hasLimit", limit.isObject());
        values.put("proposalNumber", proposal.path("number").asText());
        values.put("proposalVersion", proposal.path("version").asText());
        values.put("limitAmount", money(proposal.path("amount").asText()));
        values.put("binding", limit.path("binding").asText().isEmpty() ? "—" : words.of("constraint." + limit.path("binding").asText(), ZH));
        values.put("constraints", each(limit.path("constraints"), line -> Map.of("name", words.of("constraint." + line.path("code").asText(), ZH),
                "bound", line.path("binding").asBoolean(), "formula", line.path("formulaZh").asText(),
                "inputs", each(line.path("inputs"), input -> words.of("figure." + input.path("code").asText(), ZH) + " " + input.path("value").asText())
                        .stream().collect(Collectors.joining("；")),
                "result", line.path("state").asText().equals("KNOWN") ? money(line.path("amount").path("amount").asText())
                        : words.of("constraintState." + line.path("state").asText(), ZH))));
    }
}
