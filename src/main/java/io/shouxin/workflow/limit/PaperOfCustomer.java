package io.shouxin.workflow.limit;

import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees to it that the paper named in a form is one of the customer it is about. */
@Component
class PaperOfCustomer {

    private final DocumentDesk documents;

    PaperOfCustomer(DocumentDesk documents) {
        this.documents = documents;
    }

    void check(CustomerId customer, Optional<DocumentId> paper) {
        paper.filter(id -> documents.find(id).filter(found -> found.customer().equals(customer)).isEmpty()).ifPresent(id -> {
            throw new RefusedException(Refusal.of("ADJUSTMENT_DOCUMENT_UNKNOWN").at("documentId"));
        });
    }
}
