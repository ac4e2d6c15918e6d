package io.shouxin.workflow.approval;

import io.shouxin.workflow.engine.Route;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What an approval case is about; the token carries the constant's name, the approval desk its type. */
public enum ApprovalSubject {
    APPLICATION("credit-application"),
    REVIEW("periodic-review"),
    OVERRIDE("rating-override"),
    LIMIT_CHANGE("limit-adjustment"),
    EXCEPTION("temporary-exception");

    private final String type;

    ApprovalSubject(String type) {
        this.type = type;
    }

    static ApprovalSubject of(DelegateExecution token) {
        return valueOf(Route.approvalSubject(token));
    }

    public String type() {
        return type;
    }
}
