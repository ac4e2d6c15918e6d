package io.shouxin.receipt;

/**
 * Something that is not as it was.
 *
 * @param subject whose audit trail or receipt
 * @param what    in English, with place and values
 */
public record AuditFindingView(String subject, String what) {
}
