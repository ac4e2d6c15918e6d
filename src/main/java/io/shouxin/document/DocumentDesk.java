package io.shouxin.document;

import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that asks for documents, takes them in, has them judged and keeps them. */
@Service
@Transactional
public class DocumentDesk {

    /** Anything the customer brings beside the checklist. */
    public static final String OTHER = "OTHER";
    /** Proof that a condition precedent is fulfilled. */
    public static final String EVIDENCE = "CONDITION_EVIDENCE";

    public Outcome<ChecklistView> drawUpChecklist(DrawUpChecklist order, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<ChecklistView> checklist(String subject) {
        throw new UnsupportedOperationException();
    }

    public Outcome<DocumentView> receive(ReceiveDocument file, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ChecklistView> accept(String subject, String kind, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ChecklistView> reject(String subject, String kind, String reason, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ChecklistView> judge(String subject, List<DocumentVerdict> verdicts, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public DocumentView store(StoreDocument document, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<DocumentView> find(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    public List<DocumentView> of(String subject) {
        throw new UnsupportedOperationException();
    }

    public Optional<DocumentContent> content(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    public void retainUntil(String subject, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
