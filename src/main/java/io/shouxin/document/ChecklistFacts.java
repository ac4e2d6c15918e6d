package io.shouxin.document;

import java.util.HashMap;
import java.util.Map;

/**
 * What policy {@code document-checklist} asks to know about one requested facility.
 *
 * @param customerKind    {@code ENTERPRISE} or {@code INDIVIDUAL}
 * @param facilityKind    {@code LENDING} or {@code TRADE_CREDIT}
 * @param product         product code, e.g. {@code WORKING_CAPITAL_LOAN}
 * @param industrySection GB/T 4754 section letter, e.g. {@code C}; null when not known
 * @param smallFirm       whether VAT invoice flows stand in for statements
 * @param hasSecurity     whether security is offered
 */
public record ChecklistFacts(String customerKind, String facilityKind, String product, String industrySection, boolean smallFirm,
                             boolean hasSecurity) {

    Map<String, Object> asInputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("customerKind", customerKind);
        inputs.put("facilityKind", facilityKind);
        inputs.put("product", product);
        inputs.put("industrySection", industrySection);
        inputs.put("smallFirm", smallFirm);
        inputs.put("hasSecurity", hasSecurity);
        return inputs;
    }
}
