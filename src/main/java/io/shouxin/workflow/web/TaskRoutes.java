package io.shouxin.workflow.web;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The ids a task's token carries. Whoever may see the task may know which case it is about, and no more of the engine. */
@Component
class TaskRoutes {

    private final RuntimeService runtime;
    private final IdentityService identity;

    TaskRoutes(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    Map<String, Object> of(Task task) {
        Authentication reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            Map<String, Object> route = new HashMap<>();
            runtime.createVariableInstanceQuery().processInstanceIdIn(task.getProcessInstanceId()).list()
                    .forEach(variable -> route.put(variable.getName(), variable.getValue()));
            route.values().removeIf(value -> value == null);
            return route;
        } finally {
            identity.setAuthentication(reader);
        }
    }
}
