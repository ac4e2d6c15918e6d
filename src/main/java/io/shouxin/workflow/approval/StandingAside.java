package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.CaseMoved;
import io.shouxin.approval.ConflictKind;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Turn;
import io.shouxin.approval.Verb;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.engine.Submission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An approver or an added signer stands aside (回避): his conflict is written into the case, and his task goes back to the other officers of
 * the tier or the role. In the committee, and as a signer asked by name, everybody has a task of his own, so his ends without a word.
 */
@Component
@Transactional
public class StandingAside {

    /** Tasks in which one may stand aside. */
    static final Set<String> TASKS = tasks();

    private final ApprovalDesk approvals;
    private final TaskService tasks;
    private final FormService forms;
    private final OwnAuthority ownAuthority;
    private final ApplicationEventPublisher events;

    StandingAside(ApprovalDesk approvals, TaskService tasks, FormService forms, OwnAuthority ownAuthority, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.tasks = tasks;
        this.forms = forms;
        this.ownAuthority = ownAuthority;
        this.events = events;
    }

    /** @param task one the officer may see. Refused with whatever bars him from deciding anyway, or with what is wrong in the declaration */
    public void declare(Task task, ApprovalCaseId approval, PersonId officer, ConflictKind kind, String remark) {
        if (!TASKS.contains(task.getTaskDefinitionKey())) {
            throw new RefusedException(Refusal.of("NOTHING_TO_DECIDE"));
        }
        if (task.getTaskDefinitionKey().equals(CreditApprovalProcess.USER_SIGN_AS_ADDED_SIGNER)) {
            asSigner(task, approval, officer, kind, remark);
            return;
        }
        List<Refusal> barredAnyway = approvals.obstacles(approval, officer);
        if (!barredAnyway.isEmpty()) {
            throw new RefusedException(barredAnyway);
        }
        Tier asked = approvals.find(approval).orElseThrow().currentTier();
        ApprovalCaseView after = approvals.declareConflict(approval, officer, kind, remark).orElseThrow();
        if (after.currentTier() != asked) {
            // Nobody is left at the tier; the task goes with its stage.
            events.publishEvent(new CaseMoved(approval));
            return;
        }
        if (!officer.value().equals(task.getAssignee())) {
            return;
        }
        if (task.getTaskDefinitionKey().equals(CreditApprovalProcess.USER_VOTE_AS_COMMITTEE_MEMBER)) {
            forms.submitTaskForm(task.getId(), Map.of(Submission.VARIABLE, "{}"));
        } else {
            ownAuthority.of(() -> {
                tasks.setAssignee(task.getId(), null);
                return null;
            });
        }
    }

    /** The others are heard without him; his task ends, or goes back to the others of the role as long as somebody in it may sign. */
    private void asSigner(Task task, ApprovalCaseId approval, PersonId officer, ConflictKind kind, String remark) {
        approvals.refusal(approval, Verb.SIGN, officer).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        String asked = (String) tasks.getVariable(task.getId(), RouteVariables.SIGNER_NAME);
        ApprovalCaseView after = approvals.declareConflict(approval, officer, kind, remark).orElseThrow();
        boolean waitedFor = after.isOpen() && after.course().turn() == Turn.SIGNERS
                && after.course().signing().orElseThrow().waiting().stream().anyMatch(signer -> signer.name().equals(asked));
        if (waitedFor) {
            ownAuthority.of(() -> {
                tasks.setAssignee(task.getId(), null);
                return null;
            });
            return;
        }
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), officer.value());
        }
        forms.submitTaskForm(task.getId(), Map.of(Submission.VARIABLE, "{}"));
    }

    private static Set<String> tasks() {
        Set<String> keys = new HashSet<>(CreditApprovalProcess.TIERS.keySet());
        keys.add(CreditApprovalProcess.USER_SIGN_AS_ADDED_SIGNER);
        return Set.copyOf(keys);
    }
}
