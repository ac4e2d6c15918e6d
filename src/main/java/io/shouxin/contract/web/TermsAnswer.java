package io.shouxin.contract.web;

import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.FacilityTerms;
import io.shouxin.contract.TermSheet;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.CovenantText;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import java.util.List;
import java.util.Locale;

/** Terms as the API tells them, with labels in the reader's language. */
record TermsAnswer(String amount, String currency, List<Line> facilities, List<Condition> conditions, List<Price> pricing,
                   List<Undertaking> covenants) {

    static TermsAnswer of(ApprovedTerms terms, TermSheet sheet, Wording wording, Locale language) {
        return new TermsAnswer(terms.amount().amount().toPlainString(), terms.amount().currency().getCurrencyCode(),
                terms.facilities().stream().map(line -> Line.of(line, wording, language)).toList(),
                terms.conditions().stream().map(code -> new Condition(code, ConditionPrecedent.label(code, wording, language))).toList(),
                sheet == null ? List.of() : sheet.facilities().stream().map(each -> Price.of(each, wording, language)).toList(),
                sheet == null ? List.of() : Undertaking.of(sheet, wording, language));
    }

    /** Pricing, repayment and fee of one facility; rates as fractions, points as basis points. */
    record Price(int position, String basis, String baseRate, String base, String points, Integer resetMonths, String rate, String repayment,
                 String repaymentLabel, Integer paymentTermDays, String feeRate) {

        static Price of(FacilityTerms terms, Wording wording, Locale language) {
            return new Price(terms.position(), terms.basis() == null ? null : terms.basis().name(), terms.baseRate(),
                    terms.base() == null ? null : terms.base().toString(), terms.points() == null ? null : terms.points().toPlainString(),
                    terms.resetMonths(), terms.rate() == null ? null : terms.rate().toString(),
                    terms.repayment() == null ? null : terms.repayment().name(),
                    terms.repayment() == null ? null : wording.of("repaymentType." + terms.repayment(), language), terms.paymentTermDays(),
                    terms.feeRate().toString());
        }
    }

    /** One facility. */
    record Line(int position, String kind, String kindLabel, String product, String productLabel, String requested, String amount,
                String rate, Integer paymentTermDays, int tenorMonths, String purpose, List<Security> security) {

        static Line of(ProposedFacility line, Wording wording, Locale language) {
            return new Line(line.position(), line.kind().name(), wording.of("facilityKind." + line.kind(), language), line.product(),
                    wording.of("product." + line.product(), language), line.requested().amount().toPlainString(),
                    line.amount().amount().toPlainString(), line.rate() == null ? null : line.rate().toString(), line.paymentTermDays(),
                    line.tenorMonths(), line.purpose(), line.security().stream().map(each -> Security.of(each, wording, language)).toList());
        }
    }

    /** One security. */
    record Security(String type, String typeLabel, String description, String value) {

        static Security of(SecurityOffer security, Wording wording, Locale language) {
            return new Security(security.type().name(), wording.of("contract.security." + security.type(), language),
                    security.description(), security.value() == null ? null : security.value().toPlainString());
        }
    }

    /**
     * What the customer undertakes.
     *
     * @param formula  how it is measured; absent for what is no figure, as are target and unit
     * @param schedule when it is tested; absent in terms of the days when covenants were not
     */
    record Undertaking(String code, String label, String kind, String formula, String target, String unit, String schedule, Integer graceDays) {

        static List<Undertaking> of(TermSheet sheet, Wording wording, Locale language) {
            List<String> sentences = sheet.undertaken(wording, language);
            return sheet.undertakings() == null
                    ? sheet.covenants().stream().map(code -> new Undertaking(code, sentences.get(sheet.covenants().indexOf(code)), null, null, null, null, null, null)).toList()
                    : sheet.undertakings().stream().map(each -> new Undertaking(each.code(), CovenantText.asked(each, wording, language), each.kind().name(),
                            each.target() == null ? null : CovenantText.formula(each, wording, language),
                            each.target() == null ? null : each.target().toPlainString(), each.unit() == null ? null : each.unit().name(),
                            CovenantText.tested(each, wording, language), each.graceDays())).toList();
        }
    }

    /** One condition precedent. */
    record Condition(String code, String label) {
    }
}
