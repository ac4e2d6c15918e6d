package io.shouxin.workflow.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Gives assignee and candidates of a task the right to see it and work on it. Who takes a task that his group may take has
 * that right from the group already, and for a task just made nobody can have one yet: neither costs a look-up or a row.
 */
class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return newAssignee != null && takenFromOwnGroup((TaskEntity) task, newAssignee) ? null
                : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    protected AuthorizationEntity createOrUpdateAuthorization(Task task, String userId, String groupId, Resource resource,
            boolean isHistoric, Permission... permissions) {
        return isJustMade((TaskEntity) task) ? createAuthorization(userId, groupId, resource, task.getId(), permissions)
                : super.createOrUpdateAuthorization(task, userId, groupId, resource, isHistoric, permissions);
    }

    private static boolean takenFromOwnGroup(TaskEntity task, String person) {
        Authentication actor = Context.getCommandContext().getAuthentication();
        if (actor == null || !person.equals(actor.getUserId()) || actor.getGroupIds() == null) {
            return false;
        }
        List<String> groups = actor.getGroupIds();
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).anyMatch(groups::contains);
    }

    static boolean isJustMade(TaskEntity task) {
        CachedDbEntity known = Context.getCommandContext().getDbEntityManager().getDbEntityCache().getCachedEntity(task);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
}
