package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which covenant test a task is about. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Covenants")
class CovenantTaskController {

    private final Access access;
    private final TaskService tasks;
    private final TaskRoutes routes;

    CovenantTaskController(Access access, TaskService tasks, TaskRoutes routes) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
    }

    @GetMapping("/tasks/{taskId}/covenant-test")
    @Operation(summary = "The number of the covenant test a task is about")
    TestOfTask ofTask(@PathVariable String taskId) {
        access.officer();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !(routes.of(task).get(RouteVariables.COVENANT_TEST_ID) instanceof String id)) {
            throw new Access.NotVisible();
        }
        return new TestOfTask(id);
    }

    /** Its number. */
    record TestOfTask(String testId) {
    }
}
