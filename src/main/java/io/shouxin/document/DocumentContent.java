package io.shouxin.document;

/** A stored document with its bytes. */
public record DocumentContent(DocumentView document, byte[] content) {
}
