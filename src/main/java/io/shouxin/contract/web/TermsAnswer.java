package io.shouxin.contract.web;

import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import java.util.List;
import java.util.Locale;

/** Terms as the API tells them, with labels in the reader's language. */
record TermsAnswer(String amount, String currency, List<Line> facilities, List<Condition> conditions) {

    static TermsAnswer of(ApprovedTerms terms, Wording wording, Locale language) {
        return new TermsAnswer(terms.amount().amount().toPlainString(), terms.amount().currency().getCurrencyCode(),
                terms.facilities().stream().map(line -> Line.of(line, wording, language)).toList(),
                terms.conditions().stream().map(code -> new Condition(code, ConditionPrecedent.label(code, wording, language))).toList());
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

    /** One condition precedent. */
    record Condition(String code, String label) {
    }
}
