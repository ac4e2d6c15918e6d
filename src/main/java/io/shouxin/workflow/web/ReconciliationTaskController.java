package io.shouxin.workflow.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.DayEnd;
import io.shouxin.limit.LedgerDifference;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReconciliationView;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
    private final CustomerRegister customers;
    private final Wording wording;

    ReconciliationTaskController(Access access, TaskService tasks, TaskRoutes routes, DayEnd dayEnd, CustomerRegister customers, Wording wording) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
        this.dayEnd = dayEnd;
        this.customers = customers;
        this.wording = wording;
    }

    @Operation(summary = "The differences of the ledger a task is about")
    @GetMapping("/{taskId}/reconciliation")
    Found reconciliation(@PathVariable String taskId, Locale language) {
        access.officer();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !(routes.of(task).get(RouteVariables.RECONCILIATION_ID) instanceof String id)) {
            throw new Access.NotVisible();
        }
        ReconciliationView view = dayEnd.find(id).orElseThrow(Access.NotVisible::new);
        return new Found(view.id(), view.businessDate(), view.differences().stream().map(difference -> line(difference, language)).toList());
    }

    private Line line(LedgerDifference difference, Locale language) {
        LimitAccountId account = difference.account();
        return new Line(account.value(), wording.of("limitLevel." + account.level(), language), account.number(), customer(account), difference.what(),
                difference.expected().toPlainString(), difference.found().toPlainString(), difference.entry().orElse(null));
    }

    /** Whose account it is, from the register: the ledger's balances, which may be no sums of money now, are not asked. Null but for customers. */
    private String customer(LimitAccountId account) {
        return account.level() == LimitLevel.CUSTOMER
                ? customers.find(new CustomerId(account.number())).map(CustomerView::name).orElse(null) : null;
    }

    /** One reconciliation with its differences. */
    record Found(String id, LocalDate businessDate, List<Line> differences) {
    }

    /**
     * @param customer whose account it is, of a customer's account
     * @param entry    number of the entry where they part; absent if the account has none
     */
    record Line(String account, String levelLabel, String number, String customer, String what, String expected, String found, Long entry) {
    }
}
