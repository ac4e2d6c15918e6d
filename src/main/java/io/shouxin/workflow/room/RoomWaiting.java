package io.shouxin.workflow.room;

import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Wording;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.origination.CreditApplicationProcess;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whose turn it is, in words the customer may read: of the approval he learns that it is under way, not who sits in it. */
@Component
class RoomWaiting {

    private static final Set<String> APPROVERS = Set.of(Role.CREDIT_MANAGER.groupId(), Role.SENIOR_CREDIT_MANAGER.groupId(),
            Role.RISK_DIRECTOR.groupId(), Role.COMMITTEE_MEMBER.groupId());

    /** The bank's own consideration of rules set aside, which a customer never learns of: to him the file is being assessed. */
    private static final Set<String> CONSIDERING = Set.of(CreditApplicationProcess.USER_CONSIDER_EARLY_EXCEPTIONS,
            CreditApplicationProcess.USER_CONSIDER_EXCEPTIONS);

    private final RoomTasks tasks;
    private final TaskService engine;
    private final OwnAuthority ownAuthority;
    private final Wording wording;

    RoomWaiting(RoomTasks tasks, TaskService engine, OwnAuthority ownAuthority, Wording wording) {
        this.tasks = tasks;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
        this.wording = wording;
    }

    List<Turn> of(RoomInvitation visitor, Locale language) {
        return tasks.waiting(visitor).stream().map(task -> turn(visitor, task, language)).distinct().toList();
    }

    private Turn turn(RoomInvitation visitor, Task task, Locale language) {
        boolean yours = visitor.person().value().equals(task.getAssignee());
        boolean here = yours && RoomTasks.KEYS.contains(task.getTaskDefinitionKey());
        List<String> groups = yours ? List.of() : ownAuthority.of(() -> engine.getIdentityLinksForTask(task.getId())).stream()
                .map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        boolean approval = !yours && (groups.isEmpty() || APPROVERS.containsAll(groups));
        String who = yours ? "room.you" : approval ? "room.approvers"
                : groups.stream().map(Role::ofGroup).flatMap(role -> role.stream()).findFirst().map(role -> "role." + role).orElse("room.bank");
        return new Turn(here ? task.getTaskDefinitionKey() : null, yours, wording.of(who, language),
                approval ? wording.of("room.underApproval", language) : wording.of("task." + toldAs(task.getTaskDefinitionKey()), language),
                yours && task.getDueDate() != null ? task.getDueDate().toInstant() : null);
    }

    private static String toldAs(String key) {
        return CONSIDERING.contains(key) ? CreditApplicationProcess.USER_ASSESS_QUALIFICATION : key;
    }

    /**
     * @param key  of the task when it can be done here; null otherwise
     * @param due  until when, of his own tasks
     */
    record Turn(String key, boolean yours, String who, String what, Instant due) {
    }
}
