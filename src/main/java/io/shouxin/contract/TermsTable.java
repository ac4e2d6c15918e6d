package io.shouxin.contract;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantText;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import io.shouxin.origination.SecurityType;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts terms into Chinese words for the bank's papers: amounts in figures and in words, rates in per cent, codes as labels. */
@Component
class TermsTable {

    private final Wording wording;

    TermsTable(Wording wording) {
        this.wording = wording;
    }

    /** Values for the templates: facilities, securities, conditions and totals. */
    Map<String, Object> of(FrozenTerms terms) {
        ApprovedTerms approved = terms.approved();
        List<Map<String, Object>> securities = approved.facilities().stream()
                .flatMap(line -> line.security().stream().filter(security -> security.type() != SecurityType.UNSECURED)
                        .map(security -> security(line, security)))
                .toList();
        List<Map<String, Object>> conditions = approved.conditions().stream().distinct()
                .map(code -> Map.<String, Object>of("label", ConditionPrecedent.label(code, wording, Locale.CHINESE))).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("total", figures(approved.amount()));
        values.put("totalInWords", words(approved.amount()));
        values.put("facilities", terms.contracted().stream().map(line -> facility(line)).toList());
        values.put("priced", terms.sheet() != null);
        values.put("pricing", terms.sheet() == null ? List.of() : terms.contracted().stream().map(line -> pricing(line, terms.sheet())).toList());
        List<String> covenants = terms.sheet() == null ? List.of() : terms.sheet().undertaken(wording, Locale.CHINESE);
        List<Covenant> tested = terms.sheet() == null ? List.of() : terms.sheet().tested();
        values.put("covenanted", !covenants.isEmpty());
        values.put("covenants", covenants.stream().map(sentence -> Map.<String, Object>of("label", sentence)).toList());
        values.put("tested", !tested.isEmpty());
        values.put("undertakings", IntStream.range(0, tested.size()).mapToObj(i -> undertaking(i + 1, tested.get(i))).toList());
        values.put("secured", !securities.isEmpty());
        values.put("securities", securities);
        values.put("conditional", !conditions.isEmpty());
        values.put("conditions", conditions);
        boolean lends = approved.facilities().stream().anyMatch(line -> line.kind() == FacilityKind.LENDING);
        values.put("lends", lends);
        values.put("tradeClause", lends ? "3.3" : "3.1");
        values.put("trades", approved.facilities().stream().anyMatch(line -> line.kind() == FacilityKind.TRADE_CREDIT));
        values.put("applicationId", approved.applicationId().value());
        return values;
    }

    /** Pricing, repayment and fee of one facility, a sentence each. */
    private Map<String, Object> pricing(ProposedFacility line, TermSheet sheet) {
        FacilityTerms terms = sheet.of(line.position()).orElseThrow();
        String price = terms.basis() == null ? "不计利息，账期 " + terms.paymentTermDays() + " 天"
                : terms.basis() == RateBasis.FIXED ? "固定年利率 " + percent(terms.rate())
                : label("baseRate.", terms.baseRate()) + " " + percent(terms.base()) + (terms.points().signum() < 0 ? " 减 " : " 加 ")
                        + terms.points().abs().toPlainString() + " 个基点，即年利率 " + percent(terms.rate()) + "；自提款日起每 " + terms.resetMonths()
                        + " 个月按最近一次公布的报价重新确定，加点数值不变";
        return Map.of("position", line.position(), "product", label("product.", line.product()), "rule", price,
                "repayment", terms.repayment() == null ? "按账期付款" : label("repaymentType.", terms.repayment().name()),
                "fee", terms.feeRate().fraction().signum() == 0 ? "无" : "额度的 " + percent(terms.feeRate()) + "，签约时一次收取");
    }

    /** One covenant: what is asked, how it is measured, when it is tested. */
    private Map<String, Object> undertaking(int number, Covenant covenant) {
        String formula = CovenantText.formula(covenant, wording, Locale.CHINESE);
        return Map.of("number", number, "asked", CovenantText.asked(covenant, wording, Locale.CHINESE), "formula", formula.isEmpty() ? "–" : formula,
                "tested", CovenantText.tested(covenant, wording, Locale.CHINESE));
    }

    /** Values of one facility. */
    Map<String, Object> facility(ProposedFacility line) {
        boolean lending = line.kind() == FacilityKind.LENDING;
        Map<String, Object> values = new HashMap<>();
        values.put("position", line.position());
        values.put("product", label("product.", line.product()));
        values.put("amount", figures(line.amount()));
        values.put("amountInWords", words(line.amount()));
        values.put("price", lending ? "年利率 " + percent(line.rate()) : "账期 " + line.paymentTermDays() + " 天");
        values.put("tenor", line.tenorMonths() + " 个月");
        values.put("use", line.revolving() ? "循环使用" : "一次性使用");
        values.put("purpose", line.purpose() == null ? "" : line.purpose().strip().replaceAll("[。.；;]+$", ""));
        return values;
    }

    private Map<String, Object> security(ProposedFacility line, SecurityOffer security) {
        return Map.of("position", line.position(), "kind", label("contract.security.", security.type().name()),
                "description", security.description() == null ? "" : security.description(),
                "value", value(security));
    }

    /** The customer's own estimate; empty when he gave none. */
    static String value(SecurityOffer security) {
        return security.value() == null ? "" : figures(Money.cny(security.value()));
    }

    private String label(String group, String code) {
        return wording.of(group + code, Locale.CHINESE);
    }

    /** E.g. {@code ¥1,234,500.00}; other currencies with their code. */
    static String figures(Money money) {
        String digits = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(money.amount());
        return Money.CNY.equals(money.currency()) ? "¥" + digits : money.currency().getCurrencyCode() + " " + digits;
    }

    private static String words(Money money) {
        return Money.CNY.equals(money.currency()) ? ChineseAmount.inWords(money) : figures(money);
    }

    /** E.g. {@code 4.35%}: a rate as people read it, without rounding. */
    static String percent(Rate rate) {
        BigDecimal percent = rate.fraction().movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 2 ? percent.setScale(2) : percent).toPlainString() + "%";
    }
}
