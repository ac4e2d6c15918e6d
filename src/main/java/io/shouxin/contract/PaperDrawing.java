package io.shouxin.contract;

import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.StoreDocument;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up what goes with an agreement: the decision letter, and a contract for every security that was approved. */
@Component
class PaperDrawing {

    private final ContractPapers papers;
    private final AgreementText text;
    private final DocumentDesk documents;
    private final BusinessNumbers numbers;

    PaperDrawing(ContractPapers papers, AgreementText text, DocumentDesk documents, BusinessNumbers numbers) {
        this.papers = papers;
        this.text = text;
        this.documents = documents;
        this.numbers = numbers;
    }

    /** All or none; refuses {@code GLYPH_MISSING}. */
    Outcome<Agreement> drawUp(Agreement agreement, LocalDate today, PersonId actor) {
        int line = 1;
        Outcome<ContractPaper> drawn = drawUp(agreement, PaperKind.DECISION_LETTER, line, null, null, today, actor);
        for (ProposedFacility facility : agreement.frozen().approved().facilities()) {
            for (SecurityOffer security : facility.security()) {
                Optional<PaperKind> kind = PaperKind.of(security.type());
                if (kind.isPresent() && drawn.isDone()) {
                    line++;
                    drawn = drawUp(agreement, kind.get(), line, facility, security, today, actor);
                }
            }
        }
        return drawn.map(last -> agreement);
    }

    private Outcome<ContractPaper> drawUp(Agreement agreement, PaperKind kind, int line, ProposedFacility facility, SecurityOffer security,
                                          LocalDate today, PersonId actor) {
        String id = numbers.next(kind.numbers());
        String version = text.templateInForce(kind, today);
        return text.print(id, kind, agreement.id(), agreement.frozen(), facility, security, today, version, actor).map(pdf -> {
            DocumentView stored = documents.store(new StoreDocument(agreement.application().value(), agreement.customer(), "AGREEMENT",
                    Signing.fileName(id, kind, null), pdf), actor);
            return papers.save(new ContractPaper(id, agreement.id(), kind, line, facility == null ? null : facility.position(),
                    security == null ? null : security.description(), version, stored));
        });
    }
}
