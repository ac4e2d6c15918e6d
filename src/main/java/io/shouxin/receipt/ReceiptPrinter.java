package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.document.LetterPrinter;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Prints a receipt on paper, in Chinese, from the receipt alone; the paper carries the receipt itself as an attachment. */
@Component
class ReceiptPrinter {

    private static final Locale ZH = Locale.CHINESE;
    private static final String NONE = "—";
    private static final String NUMERALS = "一二三四五六七八九";

    private final PdfPrinter press;
    private final Wording words;
    private final ReceiptFigures figures;
    private final PaperTemplate template = PaperTemplate.load("receipt/receipt.xhtml");

    ReceiptPrinter(PdfPrinter press, Wording words) {
        this.press = press;
        this.words = words;
        this.figures = new ReceiptFigures(words);
    }

    byte[] print(ReceiptView receipt) {
        ReceiptFile file;
        try {
            file = ReceiptFile.read(receipt.file());
        } catch (ReceiptFile.Unreadable spoilt) {
            throw new IllegalStateException("receipt " + receipt.number() + " cannot be read", spoilt);
        }
        Map<String, Object> values = new HashMap<>();
        head(values, file);
        decisions(values, file.content());
        figures.rating(values, file.content().path("rating"));
        figures.limit(values, file.content().path("limit"), file.content().path("proposal"));
        facts(values, file.content());
        proofs(values, file.content());
        number(values);
        return press.attach(press.print(template.fill(values)).orElseThrow(), CarriedReceipt.ATTACHMENT, "application/json", receipt.file());
    }

    private void head(Map<String, Object> values, ReceiptFile file) {
        JsonNode content = file.content();
        JsonNode decided = content.path("case");
        JsonNode receipt = content.path("receipt");
        values.put("number", receipt.path("number").asText());
        values.put("edition", receipt.path("edition").asInt());
        values.put("date", LetterPrinter.inChinese(LocalDate.ofInstant(Instant.parse(receipt.path("issuedAt").asText()), BusinessClock.ZONE)));
        values.put("issuedAt", minute(receipt.path("issuedAt").asText()));
        values.put("development", receipt.path("developmentKey").asBoolean());
        values.put("approval", decided.path("number").asText());
        values.put("subject", decided.path("subject").asText());
        values.put("subjectType", word("receiptSubject", decided.path("subjectType").asText()));
        values.put("customer", content.path("application").path("customerName").asText(""));
        boolean byApprovers = content.has("decisions");
        values.put("byApprovers", byApprovers);
        values.put("reasons", each(decided.path("reasonCodes"), code -> word("reason", code.asText())));
        values.put("remark", decided.path("remark").asText(""));
        values.put("hasRemark", decided.path("remark").isTextual());
        values.put("status", word(byApprovers ? "approvalStatus" : "applicationStatus", decided.path("status").asText()));
        boolean ofCustomer = !"NONE".equals(decided.path("grade").asText());
        values.put("amount", ofCustomer ? money(decided.path("amount").asText()) : NONE);
        values.put("exposure", ofCustomer ? money(decided.path("exposure").asText()) : NONE);
        values.put("rates", each(content.path("records"), record -> record.path("columns")).stream().filter(row -> row.path("rate_day").isTextual())
                .map(row -> Map.of("currency", row.path("currency").asText(), "rate", row.path("rate").asText(), "day", row.path("rate_day").asText())).toList());
        values.put("grade", ofCustomer && decided.path("grade").isTextual() ? word("grade", decided.path("grade").asText()) : NONE);
        values.put("closedAt", minute(decided.path("closedAt").asText()));
        values.put("ladder", each(decided.path("tiers"), tier -> word("tier", tier.asText())).stream().collect(Collectors.joining(" → ")));
        values.put("madeBy", each(decided.path("madeBy"), JsonNode::asText).stream().collect(Collectors.joining("、")));
        values.put("sha256", file.sha256());
        values.put("signature", file.signature().value());
        values.put("keyId", file.signature().keyId());
        values.put("hasProposal", decided.path("subjectHash").isTextual());
        values.put("subjectHash", decided.path("subjectHash").asText());
    }

    /** Chapters are numbered in the order they stand in; those with nothing to say are left out. */
    private static void number(Map<String, Object> values) {
        int standing = 0;
        for (String chapter : List.of("Conclusion", "Decision", "Rating", "Limit", "Facts", "Rules", "Ledger", "Exceptions", "Proofs")) {
            if (Boolean.FALSE.equals(values.get("has" + chapter))) {
                values.put("no" + chapter, "");
            } else {
                values.put("no" + chapter, NUMERALS.charAt(standing) + "、");
                standing++;
            }
        }
    }

    private void decisions(Map<String, Object> values, JsonNode content) {
        values.put("decisions", each(content.path("decisions"), decision -> Map.of("tier", word("tier", decision.path("tier").asText()),
                "officer", decision.path("name").asText(decision.path("officer").asText()) + "（" + decision.path("officer").asText()
                        + (decision.path("principal").isTextual() ? "，" + word("receiptWord", "FOR") + decision.path("principal").asText() : "") + "）",
                "verdict", word("verdict", decision.path("verdict").asText())
                        + (decision.path("stands").asBoolean(true) ? "" : "（" + word("receiptWord", "NO_LONGER") + "）"),
                "tone", Set.of("APPROVE", "CONDITIONAL").contains(decision.path("verdict").asText()) ? "tag-good" : "tag-bad",
                "word", text(Stream.concat(Stream.of(decision.path("reasonCode").asText().isEmpty() ? "" : word("reason", decision.path("reasonCode").asText()),
                                decision.path("comment").asText()), each(decision.path("conditions"), JsonNode::asText).stream())
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining("；"))),
                "at", minute(decision.path("decidedAt").asText()))));
        values.put("authority", each(content.path("authority"), this::rule));
        values.put("rules", each(content.path("evaluations"), this::rule));
        values.put("hasRules", content.path("evaluations").size() > 0);
        values.put("conflicts", each(content.path("conflicts"), conflict -> conflict.path("officer").asText() + " "
                + word("conflictKind", conflict.path("kind").asText()) + " " + conflict.path("remark").asText()));
        values.put("hasConflicts", content.path("conflicts").size() > 0);
    }

    private Map<String, Object> rule(JsonNode evaluation) {
        return Map.of("policy", word("policyName", evaluation.path("policy").asText()), "version", evaluation.path("version").asText(),
                "rows", text(each(evaluation.path("rows"), row -> row.path("row").asText()).stream().collect(Collectors.joining("，"))),
                "inputs", pairs(evaluation.path("inputs")), "at", minute(evaluation.path("at").asText()));
    }

    private void facts(Map<String, Object> values, JsonNode content) {
        JsonNode all = content.path("rating").path("facts");
        values.put("hasFacts", all.size() > 0);
        values.put("facts", each(all, fact -> Map.of("name", word("factKind", fact.path("code").asText()),
                "state", word("factState", fact.path("state").asText()), "tone", fact.path("state").asText().equals("CONFIRMED") ? "tag-good" : "tag-bad",
                "value", text(known("factSource", fact.path("value").asText())), "source", text(known("factSource", fact.path("source").asText())), "day", text(fact.path("date").asText()),
                "document", text(fact.path("document").asText()))));
    }

    private void proofs(Map<String, Object> values, JsonNode content) {
        values.put("ledger", each(content.path("ledger"), entry -> Map.of("entry", entry.path("entry").asText(), "account", entry.path("account").asText(),
                "verb", word("limitVerb", entry.path("verb").asText()), "amount", money(entry.path("amount").asText()),
                "day", entry.path("valueDate").asText(), "reservation", text(entry.path("reservation").asText()))));
        values.put("hasLedger", content.path("ledger").size() > 0);
        values.put("exceptions", each(content.path("policyExceptions"), this::exception));
        values.put("hasExceptions", content.path("policyExceptions").size() > 0);
        values.put("documents", each(content.path("documents"), document -> Map.of("number", document.path("number").asText(),
                "name", document.path("fileName").asText(), "sha256", document.path("sha256").asText())));
        values.put("hasDocuments", content.path("documents").size() > 0);
        JsonNode contract = content.path("contract");
        values.put("hasContract", contract.isObject());
        values.put("agreement", contract.path("number").asText());
        values.put("termsSha256", contract.path("termsSha256").asText());
        values.put("documentSha256", contract.path("documentSha256").asText());
        values.put("facilities", each(contract.path("facilities"), facility -> facility.path("number").asText() + "　¥" + money(facility.path("amount").asText())
                + "　" + facility.path("validFrom").asText() + " 至 " + facility.path("validTo").asText()));
        values.put("chains", each(content.path("audit").path("chains"), chain -> Map.of("subject", chain.path("subject").asText(),
                "entries", chain.path("entries").size(), "head", text(chain.path("entries").path(chain.path("entries").size() - 1).path("sha256").asText()))));
        JsonNode seal = content.path("audit").path("seal");
        values.put("hasSeal", seal.isObject());
        values.put("sealNumber", seal.path("number").asText());
        values.put("sealSha256", seal.path("sha256").asText());
        values.put("records", content.path("records").size());
    }

    private Map<String, Object> exception(JsonNode exception) {
        String permitted = exception.path("permitted").asText("");
        return Map.of("number", exception.path("number").asText(), "decided", word("policyExceptionStatus", exception.path("decided").asText()),
                "rule", word("policyName", exception.path("policy").asText()) + " " + exception.path("policyVersion").asText() + " " + exception.path("row").asText(),
                "says", text(exception.path("ruleSays").asText() + " / " + exception.path("caseHas").asText() + (permitted.isEmpty() || permitted.equals("null") ? "" : " → " + permitted)),
                "why", word("exceptionReason", exception.path("reasonCode").asText()) + "：" + exception.path("reason").asText(),
                "compensation", text(word("compensation", exception.path("compensation").asText()) + " " + exception.path("compensationWords").asText()),
                "until", exception.path("until").asText());
    }

    private String pairs(JsonNode inputs) {
        List<String> pairs = new ArrayList<>();
        inputs.fields().forEachRemaining(field -> pairs.add(known("characteristic", field.getKey()) + " = " + text(field.getValue().asText())));
        return pairs.stream().collect(Collectors.joining("，"));
    }

    static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> as) {
        return StreamSupport.stream(nodes.spliterator(), false).map(as).toList();
    }

    /** Its name where it has one; else itself. */
    private String known(String kind, String code) {
        String key = kind + "." + code;
        String name = words.of(key, ZH);
        return name.equals(key) ? code : name;
    }

    private String word(String kind, String code) {
        return words.of(kind + "." + code, ZH);
    }

    static String money(String amount) {
        return amount == null || amount.isEmpty() ? NONE
                : new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP));
    }

    static String text(String value) {
        return value == null || value.isBlank() || value.equals("null") ? NONE : value;
    }

    private static String minute(String instant) {
        return instant == null || instant.isEmpty() || instant.equals("null") ? NONE
                : LocalDateTime.ofInstant(Instant.parse(instant), BusinessClock.ZONE).truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }
}
