package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.receipt.AuditCheckView;
import io.shouxin.receipt.AuditChecks;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the task of the nightly check to the findings it is about. */
@RestController
@RequestMapping({"/api/v1/tasks", "/camunda/api/shouxin/v1/tasks"})
@Tag(name = "Tasks")
class AuditCheckTaskController {

    private final Access access;
    private final TaskService tasks;
    private final TaskRoutes routes;
    private final AuditChecks checks;

    AuditCheckTaskController(Access access, TaskService tasks, TaskRoutes routes, AuditChecks checks) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
        this.checks = checks;
    }

    @Operation(summary = "The findings of the check of the audit trail a task is about, in the reader's language")
    @GetMapping("/{taskId}/audit-check")
    AuditCheckView check(@PathVariable("taskId") String taskId, Locale language) {
        access.officer();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !(routes.of(task).get(RouteVariables.AUDIT_CHECK_ID) instanceof String id)) {
            throw new Access.NotVisible();
        }
        AuditCheckView check = checks.find(id).orElseThrow(Access.NotVisible::new);
        return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? check.inChinese() : check;
    }
}
