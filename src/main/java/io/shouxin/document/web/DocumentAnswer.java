package io.shouxin.document.web;

import io.shouxin.document.DocumentView;
import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** A document as the API tells it. */
record DocumentAnswer(String documentId, String subject, String kind, String kindLabel, String fileName, String mediaType, long sizeBytes,
                      String sha256, boolean generated, String replaces, String receivedBy, Instant receivedAt, LocalDate retainUntil) {

    static DocumentAnswer of(DocumentView document, Wording wording, Locale language) {
        return new DocumentAnswer(document.id().value(), document.subject(), document.kind(),
                wording.of("documentKind." + document.kind(), language), document.fileName(), document.mediaType(), document.sizeBytes(),
                document.sha256(), document.generated(), document.replaces(), document.receivedBy(), document.receivedAt(),
                document.retainUntil());
    }
}
