package io.shouxin.workflow.engine;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.WriteOffId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads a token's ids as the typed ids of the domain, and writes what the next gateway asks for. */
public final class Route {

    /** Who acts when no person does. */
    public static final PersonId SYSTEM = new PersonId("system");

    private Route() {
    }

    public static ApplicationId application(DelegateExecution token) {
        return new ApplicationId(text(token, RouteVariables.APPLICATION_ID));
    }

    /** What the approval the token is in is about, e.g. {@code APPLICATION}. */
    public static String approvalSubject(DelegateExecution token) {
        return text(token, RouteVariables.APPROVAL_SUBJECT);
    }

    public static ReviewId review(DelegateExecution token) {
        return new ReviewId(text(token, RouteVariables.REVIEW_ID));
    }

    public static OverrideId override(DelegateExecution token) {
        return new OverrideId(text(token, RouteVariables.OVERRIDE_ID));
    }

    public static LimitChangeId limitChange(DelegateExecution token) {
        return new LimitChangeId(text(token, RouteVariables.LIMIT_CHANGE_ID));
    }

    public static ExceptionId exception(DelegateExecution token) {
        return new ExceptionId(text(token, RouteVariables.EXCEPTION_ID));
    }

    public static WriteOffId writeOff(DelegateExecution token) {
        return new WriteOffId(text(token, RouteVariables.WRITE_OFF_ID));
    }

    public static ExceptionRenewalId renewal(DelegateExecution token) {
        return new ExceptionRenewalId(text(token, RouteVariables.RENEWAL_ID));
    }

    public static String draft(DelegateExecution token) {
        return text(token, RouteVariables.DRAFT_ID);
    }

    public static String reconciliation(DelegateExecution token) {
        return text(token, RouteVariables.RECONCILIATION_ID);
    }

    public static String auditCheck(DelegateExecution token) {
        return text(token, RouteVariables.AUDIT_CHECK_ID);
    }

    public static String conditionCheck(DelegateExecution token) {
        return text(token, RouteVariables.CONDITION_CHECK_ID);
    }

    public static String covenantTest(DelegateExecution token) {
        return text(token, RouteVariables.COVENANT_TEST_ID);
    }

    public static CustomerId customer(DelegateExecution token) {
        return new CustomerId(text(token, RouteVariables.CUSTOMER_ID));
    }

    public static PersonId applicant(DelegateExecution token) {
        return new PersonId(text(token, RouteVariables.APPLICANT_ID));
    }

    public static ApprovalCaseId approvalCase(DelegateExecution token) {
        return new ApprovalCaseId(text(token, RouteVariables.APPROVAL_CASE_ID));
    }

    public static String outcome(DelegateExecution token) {
        return (String) token.getVariable(RouteVariables.OUTCOME);
    }

    /** Leaves the code by which the next gateway decides. */
    public static void leave(DelegateExecution token, Enum<?> outcome) {
        leave(token, outcome.name());
    }

    public static void leave(DelegateExecution token, String outcome) {
        token.getProcessInstance().setVariable(RouteVariables.OUTCOME, outcome);
    }

    private static String text(DelegateExecution token, String name) {
        Object value = token.getVariable(name);
        if (!(value instanceof String text)) {
            throw new IllegalStateException("the token carries no " + name);
        }
        return text;
    }
}
