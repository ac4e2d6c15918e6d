package io.shouxin.workflow.people;

import io.shouxin.identity.Role;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which role may open which web application, start which process and see which model. Rights to a single task come from
 * being its assignee or candidate.
 */
@Component
class Rights {

    private static final List<String> PROCESSES = List.of("credit-application", "document-collection", "credit-approval",
            "contract-signing", "periodic-review", "review-calendar", "rating-override", "policy-publication",
            "limit-adjustment", "temporary-exception", "write-off", "policy-exception-renewal", "exception-sweep", "limit-day-end", "audit-check", "deadline-watch",
            "condition-check", "condition-calendar", "covenant-test", "absence-calendar");

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Rights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Transactional
    public void grant() {
        for (Role role : Role.values()) {
            createGroup(role);
        }
        if (granted()) {
            return;
        }
        for (Role role : Role.values()) {
            allow(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            allow(role, Resources.APPLICATION, "welcome", Permissions.ACCESS);
            for (String process : PROCESSES) {
                allow(role, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ);
                if (role != Role.APPLICANT && role != Role.ADMINISTRATOR) {
                    allow(role, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_INSTANCE);
                }
            }
        }
        mayStart("credit-application", Role.APPLICANT, Role.RELATIONSHIP_MANAGER);
        mayStart("periodic-review", Role.ANALYST, Role.RELATIONSHIP_MANAGER);
        mayStart("rating-override", Role.ANALYST);
        mayStart("limit-adjustment", Role.ANALYST, Role.RELATIONSHIP_MANAGER);
        mayStart("temporary-exception", Role.ANALYST, Role.RELATIONSHIP_MANAGER);
        mayStart("write-off", Role.ANALYST, Role.RELATIONSHIP_MANAGER);
        mayStart("policy-exception-renewal", Role.ANALYST, Role.RELATIONSHIP_MANAGER);
        mayStart("policy-publication", Role.POLICY_OFFICER, Role.RISK_DIRECTOR);
        letTheAuditorSee();
        letTheAdministratorRunTheEngine();
    }

    /** Whether nothing is missing: a later version of the application may bring a process the database has no rights for yet. */
    private boolean granted() {
        return PROCESSES.stream().allMatch(process -> authorizations.createAuthorizationQuery().groupIdIn(Role.ANALYST.groupId())
                .resourceType(Resources.PROCESS_DEFINITION).resourceId(process).count() > 0)
                && authorizations.createAuthorizationQuery().groupIdIn(Role.POLICY_OFFICER.groupId())
                .resourceType(Resources.APPLICATION).count() > 0;
    }

    private void mayStart(String process, Role... roles) {
        for (Role role : roles) {
            allow(role, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE);
            allow(role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }
    }

    private void letTheAuditorSee() {
        allow(Role.AUDITOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(Role.AUDITOR, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY);
        allow(Role.AUDITOR, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        allow(Role.AUDITOR, Resources.TASK, Authorization.ANY, Permissions.READ);
    }

    private void letTheAdministratorRunTheEngine() {
        for (Resource resource : Resources.values()) {
            allow(Role.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void createGroup(Role role) {
        if (identity.createGroupQuery().groupId(role.groupId()).count() > 0) {
            return;
        }
        Group group = identity.newGroup(role.groupId());
        group.setName(switch (role) {
            case APPLICANT -> "申请人";
            case RELATIONSHIP_MANAGER -> "客户经理";
            case ANALYST -> "授信分析师";
            case CREDIT_MANAGER -> "授信经理";
            case SENIOR_CREDIT_MANAGER -> "高级授信经理";
            case RISK_DIRECTOR -> "风控总监";
            case COMMITTEE_MEMBER -> "授信审批委员会";
            case LEGAL -> "法务";
            case POLICY_OFFICER -> "风险政策岗";
            case AUDITOR -> "审计";
            case ADMINISTRATOR -> "流程管理员";
        });
        group.setType(role == Role.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }

    private void allow(Role role, Resource resource, String resourceId, Permission... permissions) {
        Authorization authorization = authorizations.createAuthorizationQuery().groupIdIn(role.groupId())
                .resourceType(resource).resourceId(resourceId).singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(role.groupId());
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
        }
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
