package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.CaseMoved;
import io.shouxin.approval.ConflictKind;
import io.shouxin.approval.Tier;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Submission;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An approver stands aside (回避): his conflict is written into the case, and his task goes back to the other officers of the
 * tier. In the committee everybody has a task of his own, so his ends without a vote.
 */
@Component
@Transactional
public class StandingAside {

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
        if (!CreditApprovalProcess.TIERS.containsKey(task.getTaskDefinitionKey())) {
            throw new RefusedException(Refusal.of("NOTHING_TO_DECIDE"));
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
}
