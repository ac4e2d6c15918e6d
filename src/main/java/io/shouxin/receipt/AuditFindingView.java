package io.shouxin.receipt;

/**
 * Something that is not as it was.
 *
 * @param subject whose audit trail or receipt
 * @param what    with place and values; in English unless asked for in Chinese
 */
public record AuditFindingView(String subject, String what) {
}
