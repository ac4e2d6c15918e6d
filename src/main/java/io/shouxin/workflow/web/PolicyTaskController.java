package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.Wording;
import io.shouxin.replay.DraftDesk;
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

/** From a task of the policy publication to the draft it is about. */
@RestController
@RequestMapping({"/api/v1/tasks", "/camunda/api/shouxin/v1/tasks"})
@Tag(name = "Tasks")
class PolicyTaskController {

    private final Access access;
    private final TaskService tasks;
    private final TaskRoutes routes;
    private final DraftDesk drafts;
    private final Wording wording;

    PolicyTaskController(Access access, TaskService tasks, TaskRoutes routes, DraftDesk drafts, Wording wording) {
        this.access = access;
        this.tasks = tasks;
        this.routes = routes;
        this.drafts = drafts;
        this.wording = wording;
    }

    @Operation(summary = "A task with the number of the policy draft it is about")
    @GetMapping("/{taskId}/policy-draft")
    PolicyTask draft(@PathVariable String taskId, Locale language) {
        Person reader = access.person();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !reader.isOfficer() || !(routes.of(task).get(RouteVariables.DRAFT_ID) instanceof String draftId)) {
            throw new Access.NotVisible();
        }
        return new PolicyTask(taskId, draftId, drafts.bar(draftId, reader.id()).map(bar -> wording.of(bar, language)).orElse(null));
    }

    /** @param obstacle why the reader may not decide on it, in his language; null when he may */
    record PolicyTask(String taskId, String draftId, String obstacle) {
    }
}
