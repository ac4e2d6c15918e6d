package io.shouxin.document;

/**
 * A file somebody brings.
 *
 * @param subject   business number whose checklist it serves
 * @param kind      item of that checklist, or {@link DocumentDesk#OTHER} or {@link DocumentDesk#EVIDENCE}
 * @param fileName  as the sender's machine calls it; kept without path and control characters
 * @param mediaType as the sender declares it; the bytes decide
 */
public record ReceiveDocument(String subject, String kind, String fileName, String mediaType, byte[] content) {
}
