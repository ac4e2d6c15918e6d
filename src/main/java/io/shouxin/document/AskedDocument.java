package io.shouxin.document;

/**
 * A document an approver asks the customer for.
 *
 * @param kind   one of {@link DocumentDesk#askable}
 * @param reason why, in words the customer reads
 */
public record AskedDocument(String kind, String reason) {
}
