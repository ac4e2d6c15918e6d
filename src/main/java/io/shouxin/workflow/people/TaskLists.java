package io.shouxin.workflow.people;

import io.shouxin.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The task lists everybody finds in Tasklist: own, to be claimed, overdue; and, for those who watch, all. */
@Component
class TaskLists {

    private static final String TO_CLAIM = "待认领 · To claim";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskLists(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Transactional
    public void provide() {
        Role[] everybody = Role.values();
        provide("我的任务 · Mine", 1, "#1d5fa8", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"), everybody);
        // By one's groups, or by name as a delegate.
        provide(TO_CLAIM, 2, "#1a7f5a", tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}").taskUnassigned(), everybody);
        provide("已逾期 · Overdue", 3, "#b3261e",
                tasks.createTaskQuery().or().taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}").endOr().dueBeforeExpression("${now()}"), everybody);
        provide("全部任务 · All", 4, "#5b6470", tasks.createTaskQuery(), Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private void provide(String name, int priority, String color, TaskQuery query, Role... readers) {
        Filter known = filters.createFilterQuery().filterName(name).singleResult();
        if (known != null) {
            letPolicyOfficersRead(known, readers);
            letDelegatesFind(known, query);
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("priority", priority);
        properties.put("color", color);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
        for (Role role : readers) {
            letRead(filter, role);
        }
    }

    /** The list an earlier release provided looks for groups only; delegates are candidates by name. */
    private void letDelegatesFind(Filter known, TaskQuery query) {
        if (known.getName().equals(TO_CLAIM)) {
            known.setQuery(query);
            filters.saveFilter(known);
        }
    }

    /** Lists an earlier release provided do not know this role. */
    private void letPolicyOfficersRead(Filter filter, Role... readers) {
        boolean knows = authorizations.createAuthorizationQuery().groupIdIn(Role.POLICY_OFFICER.groupId())
                .resourceType(Resources.FILTER).resourceId(filter.getId()).count() > 0;
        if (!knows && List.of(readers).contains(Role.POLICY_OFFICER)) {
            letRead(filter, Role.POLICY_OFFICER);
        }
    }

    private void letRead(Filter filter, Role role) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(role.groupId());
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter.getId());
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }
}
