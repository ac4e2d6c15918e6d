package io.shouxin.policyexception;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What every turn of an exception leaves behind: a line in the trail of its case, and a paper that is due again when it no longer counts. */
@Component
class ExceptionTrail {

    private final AuditTrail audit;
    private final DocumentDesk documents;

    ExceptionTrail(AuditTrail audit, DocumentDesk documents) {
        this.audit = audit;
        this.documents = documents;
    }

    void record(String act, PolicyException exception, PersonId actor, String more) {
        BrokenRule rule = exception.rule();
        audit.record(exception.application().value(), "POLICY_EXCEPTION_" + act, actor, "%s %s %s %s%s: %s".formatted(exception.id(), rule.policy(),
                rule.version(), rule.rule(), rule.facility() == 0 ? "" : "/" + rule.facility(), more));
    }

    /** A paper may follow until that day. */
    void allowLater(PolicyException exception, LocalDate until, PersonId actor) {
        if (exception.rule().policy().equals(BrokenRules.CHECKLIST)) {
            documents.allowLater(exception.application().value(), exception.rule().rule(), until, exception.id().value(), actor).orElseThrow();
        }
    }

    void dueAgain(PolicyException exception, PersonId actor) {
        if (exception.rule().policy().equals(BrokenRules.CHECKLIST)) {
            documents.dueAgain(exception.application().value(), exception.rule().rule(), exception.id().value(), actor);
        }
    }
}
