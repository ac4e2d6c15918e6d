package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * What the customer is asked for in the course of an approval (客户补件).
 *
 * @param person    who acts for the customer and brings the documents
 * @param until     until when; afterwards the case goes back to who asked without them
 * @param documents at least one, each kind once
 */
public record AskedCustomer(PersonId person, Instant until, List<Document> documents) {

    public AskedCustomer {
        documents = List.copyOf(documents);
    }

    /** Kinds of the documents, in the order they were asked for. */
    public List<String> kinds() {
        return documents.stream().map(Document::kind).toList();
    }

    /** A document and why it is wanted, in words the customer reads. */
    public record Document(String kind, String reason) {
    }
}
