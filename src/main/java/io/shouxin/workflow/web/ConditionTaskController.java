package io.shouxin.workflow.web;

import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.identity.Access;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Wording;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks of conditions over HTTP: the one a task is about, and all of an application. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Condition checks", description = "条件复查")
class ConditionTaskController {

    private final Access access;
    private final TaskService tasks;
    private final TaskRoutes routes;
    private final ConditionChecks checks;
    private final Wording wording;

    ConditionTaskController(Access access, TaskService tasks, TaskRoutes routes, ConditionChecks checks, Wording wording) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
        this.checks = checks;
        this.wording = wording;
    }

    @GetMapping("/tasks/{taskId}/condition-check")
    @Operation(summary = "The check a task is about")
    CheckAnswer ofTask(@PathVariable String taskId, Locale language) {
        access.officer();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !(routes.of(task).get(RouteVariables.CONDITION_CHECK_ID) instanceof String id)) {
            throw new Access.NotVisible();
        }
        return answer(checks.find(id).orElseThrow(Access.NotVisible::new), language);
    }

    @GetMapping("/applications/{applicationId}/condition-checks")
    @Operation(summary = "All checks of the conditions of an application, latest day first")
    List<CheckAnswer> ofApplication(@PathVariable String applicationId, Locale language) {
        access.officerOfCase(applicationId);
        return checks.of(new ApplicationId(applicationId)).stream().map(check -> answer(check, language)).toList();
    }

    private CheckAnswer answer(ConditionCheckView check, Locale language) {
        return new CheckAnswer(check.id(), check.agreement().value(), check.application().value(), check.condition(),
                wording.of("condition." + check.condition(), language), check.cadenceMonths(), check.dueOn(), check.status().name(),
                wording.of("conditionCheckStatus." + check.status(), language), check.evidence(), check.remark(), check.doneBy(), check.doneAt());
    }

    /** One check. */
    record CheckAnswer(String checkId, String agreementId, String applicationId, String condition, String conditionLabel, int cadenceMonths, LocalDate dueOn,
                       String status, String statusLabel, String evidence, String remark, String doneBy, Instant doneAt) {
    }
}
