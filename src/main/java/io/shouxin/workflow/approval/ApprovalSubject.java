package io.shouxin.workflow.approval;

import io.shouxin.workflow.engine.Route;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What an approval case is about; the token carries the constant's name, the approval desk its type. */
public enum ApprovalSubject {
    APPLICATION("credit-application"),
    REVIEW("periodic-review"),
    OVERRIDE("rating-override"),
    LIMIT_CHANGE("limit-adjustment"),
    EXCEPTION("temporary-exception"),
    POLICY("policy-publication"),
    WRITE_OFF("write-off"),
    RENEWAL("policy-exception-renewal");

    private final String type;

    ApprovalSubject(String type) {
        this.type = type;
    }

    static ApprovalSubject of(DelegateExecution token) {
        return valueOf(Route.approvalSubject(token));
    }

    /** The subject of that type in the approval desk's terms. */
    static ApprovalSubject ofType(String type) {
        return Arrays.stream(values()).filter(subject -> subject.type.equals(type)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subject " + type));
    }

    public String type() {
        return type;
    }
}
