package io.shouxin.workflow.calendar;

import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DeadlineRules;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Which rule of policy {@code task-deadlines} a task of the engine falls under. */
@Component
class TaskRules {

    private static final String USER_TASK = "user_";

    private final DeadlineRules rules;
    private final People people;
    private final BusinessClock clock;

    TaskRules(DeadlineRules rules, People people, BusinessClock clock) {
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    Optional<DeadlineRule> of(DelegateTask task) {
        return of(task.getTaskDefinitionKey(), task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList(),
                task.getAssignee());
    }

    Optional<DeadlineRule> of(OpenTask task) {
        return of(task.key(), task.groups(), task.assignee());
    }

    private Optional<DeadlineRule> of(String key, Collection<String> groups, String assignee) {
        String name = key.startsWith(USER_TASK) ? key.substring(USER_TASK.length()) : key;
        return role(groups, assignee).flatMap(role -> rules.of(name, role, clock.today()));
    }

    /** Of several roles the first of the ladder; a task with an assignee only is his first role's. */
    private Optional<Role> role(Collection<String> groups, String assignee) {
        Optional<Role> asked = groups.stream().map(Role::ofGroup).flatMap(Optional::stream).min(Comparator.naturalOrder());
        return asked.or(() -> Optional.ofNullable(assignee).flatMap(login -> people.find(new PersonId(login))).map(Person::roles)
                .flatMap(roles -> roles.stream().min(Comparator.naturalOrder())));
    }
}
