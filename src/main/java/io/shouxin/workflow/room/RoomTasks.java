package io.shouxin.workflow.room;

import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.approval.CreditApprovalProcess;
import io.shouxin.workflow.contract.ContractSigningProcess;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Submission;
import io.shouxin.workflow.origination.CreditApplicationProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customer's tasks, done in the room by the same forms as in Tasklist. */
@Component
class RoomTasks {

    /** What can be done in the room. */
    static final Set<String> KEYS = Set.of(CreditApplicationProcess.USER_COMPLETE_APPLICATION, CreditApplicationProcess.USER_UPLOAD_DOCUMENTS, CreditApprovalProcess.USER_BRING_DOCUMENTS_AS_CUSTOMER,
            CreditApplicationProcess.USER_ANSWER_OFFER,
            ContractSigningProcess.USER_SIGN_AS_CUSTOMER);

    private final TaskService tasks;
    private final FormService forms;
    private final OwnAuthority ownAuthority;

    RoomTasks(TaskService tasks, FormService forms, OwnAuthority ownAuthority) {
        this.tasks = tasks;
        this.forms = forms;
        this.ownAuthority = ownAuthority;
    }

    /** Everything the case waits for, whoever it is that has to do it. */
    List<Task> waiting(RoomInvitation visitor) {
        return ownAuthority.of(() -> tasks.createTaskQuery().processInstanceBusinessKey(visitor.application().value()).list());
    }

    /** Hands in the form of one of his tasks. @throws RefusedException {@code TASK_GONE}, or whatever the form's command refuses */
    @Transactional
    public void submit(RoomInvitation visitor, String key, String form) {
        Task task = waiting(visitor).stream().filter(each -> KEYS.contains(key) && each.getTaskDefinitionKey().equals(key)
                && visitor.person().value().equals(each.getAssignee())).findFirst().orElseThrow(() -> new RefusedException(Refusal.of("TASK_GONE")));
        forms.submitTaskForm(task.getId(), Map.of(Submission.VARIABLE, form));
    }
}
