package io.shouxin.document;

import io.shouxin.kernel.CustomerId;

/** A document the bank made itself: a letter, an offer, an agreement. Always PDF. */
public record StoreDocument(String subject, CustomerId customer, String kind, String fileName, byte[] content) {
}
