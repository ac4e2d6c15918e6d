package io.shouxin.workflow.approval;

import io.shouxin.approval.AbsenceDesk;
import io.shouxin.approval.AbsencesChanged;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.HandOverDesk;
import io.shouxin.approval.Verb;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open approval tasks of somebody who is away go to who acts for him (代办): at once when an absence is entered, and each morning for
 * those that begin. A task the delegate may not take stays where it is, visible to who watches the deadlines.
 */
@Component("absenceTasks")
@Transactional
public class AbsenceTasks {

    private static final List<String> KEYS = keys();

    private final AbsenceDesk absences;
    private final HandOverDesk handOvers;
    private final ApprovalDesk approvals;
    private final TaskService tasks;
    private final TierDecisions decisions;
    private final OwnAuthority ownAuthority;

    AbsenceTasks(AbsenceDesk absences, HandOverDesk handOvers, ApprovalDesk approvals, TaskService tasks, TierDecisions decisions, OwnAuthority ownAuthority) {
        this.absences = absences;
        this.handOvers = handOvers;
        this.approvals = approvals;
        this.tasks = tasks;
        this.decisions = decisions;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(AbsencesChanged changed) {
        passOn();
    }

    /** Passes on what lies with somebody who is away today. Done again, it finds nothing more. */
    public void passOn() {
        ownAuthority.of(() -> {
            absences.today().forEach(absence -> tasks.createTaskQuery().taskAssignee(absence.person().value())
                    .taskDefinitionKeyIn(KEYS.toArray(String[]::new)).list().forEach(task -> passOn(task, absence.person(), absence.delegate())));
            return null;
        });
        approvals.watch();
    }

    private void passOn(Task task, PersonId away, PersonId delegate) {
        ApprovalCaseId approval = new ApprovalCaseId((String) tasks.getVariable(task.getId(), RouteVariables.APPROVAL_CASE_ID));
        if (!decisions.isBarred(approval, delegate)) {
            tasks.setAssignee(task.getId(), delegate.value());
            if (!task.getTaskDefinitionKey().equals(CreditApprovalProcess.USER_VOTE_AS_COMMITTEE_MEMBER)) {
                tasks.addCandidateUser(task.getId(), delegate.value());
            }
            handOvers.note(approval, Verb.STAND_IN, delegate, Route.SYSTEM, "ABSENT");
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(CreditApprovalProcess.TIERS.keySet());
        keys.add(CreditApprovalProcess.USER_SIGN_AS_ADDED_SIGNER);
        return List.copyOf(keys);
    }
}
