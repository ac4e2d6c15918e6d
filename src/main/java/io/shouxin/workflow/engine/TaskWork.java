package io.shouxin.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Who may work on a task: its assignee and its candidates, as the task itself says; anybody else is judged by the engine's
 * rights. The same answer as {@link TaskGrants} gives through rows of rights, without asking the database at every step.
 */
class TaskWork extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!isAskedToWorkOn(task, Context.getCommandContext().getAuthentication())) {
            super.checkTaskWork(task);
        }
    }

    private static boolean isAskedToWorkOn(TaskEntity task, Authentication actor) {
        if (actor == null || actor.getUserId() == null) {
            return false;
        }
        List<String> groups = actor.getGroupIds() == null ? List.of() : actor.getGroupIds();
        return actor.getUserId().equals(task.getAssignee()) || task.getCandidates().stream()
                .anyMatch(candidate -> actor.getUserId().equals(candidate.getUserId()) || groups.contains(candidate.getGroupId()));
    }
}
