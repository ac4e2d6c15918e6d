package io.shouxin.document;

/**
 * What policy {@code document-checklist} asks to know about one requested facility.
 *
 * @param customerKind    {@code ENTERPRISE} or {@code INDIVIDUAL}
 * @param facilityKind    {@code LENDING} or {@code TRADE}
 * @param product         product code, e.g. {@code WORKING_CAPITAL_LOAN}
 * @param industrySection GB/T 4754 section letter, e.g. {@code C}
 * @param smallFirm       whether VAT invoice flows stand in for statements
 */
public record ChecklistFacts(String customerKind, String facilityKind, String product, String industrySection, boolean smallFirm) {
}
