package io.shouxin.workflow.calendar;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.EntityCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who there is to do a task: holders of a role it asks, at its entity or the head office, whom nothing bars. */
@Component
class TaskTakers {

    private final People people;
    private final GrantingEntities entities;
    private final ApprovalDesk approvals;

    TaskTakers(People people, GrantingEntities entities, ApprovalDesk approvals) {
        this.people = people;
        this.entities = entities;
        this.approvals = approvals;
    }

    List<Person> take(OpenTask task) {
        return people.all().stream().filter(person -> mayTake(person, task)).toList();
    }

    boolean mayTake(Person person, OpenTask task) {
        boolean asked = person.roles().stream().map(Role::groupId).anyMatch(task.groups()::contains);
        return asked && isThere(person, task) && (task.approvalCase() == null
                || approvals.obstacles(new ApprovalCaseId(task.approvalCase()), person.id()).isEmpty());
    }

    /** Holders of a role who can see to the task; where there is none, those who run the engine. */
    List<Person> holding(Role role, OpenTask task) {
        List<Person> holders = people.inRole(role).stream().filter(person -> isThere(person, task)).toList();
        return holders.isEmpty() ? people.inRole(Role.ADMINISTRATOR) : holders;
    }

    private boolean isThere(Person person, OpenTask task) {
        return task.entity() == null || !person.isOfficer() || entities.worksFor(person, new EntityCode(task.entity()));
    }
}
