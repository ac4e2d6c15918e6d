package io.shouxin.workflow.web;

import io.shouxin.workflow.engine.OwnAuthority;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The ids a task's token carries. Whoever may see the task may know which case it is about, and no more of the engine. */
@Component
class TaskRoutes {

    private final RuntimeService runtime;
    private final OwnAuthority ownAuthority;

    TaskRoutes(RuntimeService runtime, OwnAuthority ownAuthority) {
        this.runtime = runtime;
        this.ownAuthority = ownAuthority;
    }

    Map<String, Object> of(Task task) {
        Map<String, Object> route = new HashMap<>();
        ownAuthority.of(() -> runtime.createVariableInstanceQuery().processInstanceIdIn(task.getProcessInstanceId()).list())
                .forEach(variable -> route.put(variable.getName(), variable.getValue()));
        route.values().removeIf(value -> value == null);
        return route;
    }
}
