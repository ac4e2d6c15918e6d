package io.shouxin.policyexception;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.PersonId;
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

    void dueAgain(PolicyException exception, PersonId actor) {
        if (exception.rule().policy().equals(BrokenRules.CHECKLIST)) {
            documents.dueAgain(exception.application().value(), exception.rule().rule(), exception.id().value(), actor);
        }
    }
}
