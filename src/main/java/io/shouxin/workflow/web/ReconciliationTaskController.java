package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.limit.DayEnd;
import io.shouxin.limit.LedgerDifference;
import io.shouxin.limit.ReconciliationView;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the task of the day's end to the differences it is about. */
@RestController
@RequestMapping({"/api/v1/tasks", "/camunda/api/shouxin/v1/tasks"})
@Tag(name = "Tasks")
class ReconciliationTaskController {

    private final Access access;
    private final TaskService tasks;
    private final TaskRoutes routes;
    private final DayEnd dayEnd;

    ReconciliationTaskController(Access access, TaskService tasks, TaskRoutes routes, DayEnd dayEnd) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
        this.dayEnd = dayEnd;
    }

    @Operation(summary = "The differences of the ledger a task is about")
    @GetMapping("/{taskId}/reconciliation")
    Found reconciliation(@PathVariable String taskId) {
        access.officer();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !(routes.of(task).get(RouteVariables.RECONCILIATION_ID) instanceof String id)) {
            throw new Access.NotVisible();
        }
        return Found.of(dayEnd.find(id).orElseThrow(Access.NotVisible::new));
    }

    /** One reconciliation with its differences. */
    record Found(String id, LocalDate businessDate, List<Line> differences) {

        static Found of(ReconciliationView view) {
            return new Found(view.id(), view.businessDate(), view.differences().stream().map(Line::of).toList());
        }
    }

    /** @param entry number of the entry where they part; absent if the account has none */
    record Line(String account, String what, String expected, String found, Long entry) {

        static Line of(LedgerDifference difference) {
            return new Line(difference.account().value(), difference.what(), difference.expected().toPlainString(),
                    difference.found().toPlainString(), difference.entry().orElse(null));
        }
    }
}
