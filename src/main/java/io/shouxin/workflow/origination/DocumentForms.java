package io.shouxin.workflow.origination;

import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_UPLOAD_DOCUMENTS;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_VERIFY_DOCUMENTS;

import io.shouxin.document.ChecklistView;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentVerdict;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.origination.CreditApplicationProcess.Outcome;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the document collection do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class DocumentForms {

    /** Files are received while the task is open; completing it hands the set over to the bank. */
    @Bean
    FormCommand uploadDocuments(DocumentDesk documents) {
        return FormCommand.of(USER_UPLOAD_DOCUMENTS, (submission, actor, token) -> {
            submission.as(ApplicationForms.Nothing.class);
            ChecklistView checklist = documents.checklist(Route.application(token).value()).orElseThrow();
            List<Refusal> outstanding = checklist.awaitedFromCustomer().stream()
                    .map(kind -> Refusal.of("DOCUMENT_OUTSTANDING").with("kind", kind).at("documents." + kind)).toList();
            if (!outstanding.isEmpty()) {
                throw new RefusedException(outstanding);
            }
        });
    }

    @Bean
    FormCommand verifyDocuments(DocumentDesk documents, ApplicationStages stages) {
        return FormCommand.of(USER_VERIFY_DOCUMENTS, (submission, actor, token) -> {
            Verdicts form = submission.as(Verdicts.class);
            List<DocumentVerdict> verdicts = form.verdicts() == null ? List.of() : form.verdicts();
            ChecklistView checklist = documents.judge(Route.application(token).value(), verdicts, actor).orElseThrow();
            if (checklist.complete()) {
                stages.documentsComplete(Route.application(token), actor).orElseThrow();
                Route.leave(token, Outcome.COMPLETE);
            } else if (checklist.waitingFor() == ChecklistView.WaitingFor.BANK) {
                List<Refusal> fromBank = checklist.awaitedFromBank().stream()
                        .map(kind -> Refusal.of("DOCUMENT_OUTSTANDING").with("kind", kind).at("documents." + kind)).toList();
                throw new RefusedException(fromBank.isEmpty() ? List.of(Refusal.of("DOCUMENTS_NOT_JUDGED").at("verdicts")) : fromBank);
            } else {
                Route.leave(token, Outcome.INCOMPLETE);
            }
        });
    }

    /** One verdict per document judged. */
    record Verdicts(List<DocumentVerdict> verdicts) {
    }
}
