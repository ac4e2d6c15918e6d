package io.shouxin.workflow.calendar;

import io.shouxin.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Open tasks of some kinds that wait for a person or his roles, most urgent first. */
@Component
public class TasksOfRoles {

    private final OpenTasks tasks;

    TasksOfRoles(OpenTasks tasks) {
        this.tasks = tasks;
    }

    /** At most 200. @param groups ids of the person's roles */
    public List<OpenTask> withKeys(Collection<String> keys, Collection<String> groups, PersonId person) {
        return tasks.withKeys(keys, groups, person.value()).stream().map(tasks::find).flatMap(Optional::stream).toList();
    }

    public Optional<OpenTask> find(String id) {
        return tasks.find(id);
    }
}
