package io.shouxin.workflow.limit;

import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.PersonId;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachGrewHeavier;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.OwnAuthority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the heavier proposal of a breach that joined an open case to whoever works on the change or review under way: who proposed it, who has its
 * task, else all whose task it could be; and an analyst when nobody has one. Customers are told nothing.
 */
@Component
class HeavierBreaches {

    private final LimitChangeDesk changes;
    private final TaskService tasks;
    private final OwnAuthority ownAuthority;
    private final People people;
    private final CaseEntities cases;
    private final MessageDesk messages;

    HeavierBreaches(LimitChangeDesk changes, @Lazy TaskService tasks, OwnAuthority ownAuthority, People people, CaseEntities cases, MessageDesk messages) {
        this.changes = changes;
        this.tasks = tasks;
        this.ownAuthority = ownAuthority;
        this.people = people;
        this.cases = cases;
        this.messages = messages;
    }

    @EventListener
    void on(BreachGrewHeavier grown) {
        BreachCaseView breach = grown.breach();
        String reference = breach.reference() == null ? "–" : breach.reference();
        workersOn(breach).forEach(person -> messages.send(person.id(), breach.id() + "/heavier/" + breach.causes().size(), breach.application().value(),
                "BREACH_CASE_HEAVIER", Map.of("case", breach.id(), "reference", reference, "earlier", "breachProposal." + grown.earlier(),
                        "proposal", "breachProposal." + breach.proposal())));
    }

    private Iterable<Person> workersOn(BreachCaseView breach) {
        Optional<EntityCode> entity = cases.of(breach.application().value());
        Map<String, Person> found = new LinkedHashMap<>();
        if (breach.reference() != null) {
            Stream.concat(proposers(breach.reference()), withTasks(breach.reference(), entity)).filter(Person::isOfficer)
                    .forEach(person -> found.putIfAbsent(person.id().value(), person));
        }
        if (found.isEmpty()) {
            inRole(Role.ANALYST, entity).forEach(person -> found.putIfAbsent(person.id().value(), person));
        }
        return found.values();
    }

    private Stream<Person> proposers(String reference) {
        return !reference.startsWith("LC-") ? Stream.empty() : changes.find(new LimitChangeId(reference)).stream()
                .flatMap(change -> Stream.concat(Stream.of(change.requestedBy()), change.madeBy().stream())).flatMap(person -> people.find(person).stream());
    }

    private Stream<Person> withTasks(String reference, Optional<EntityCode> entity) {
        return ownAuthority.of(() -> tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream().flatMap(task -> of(task, entity)).toList()).stream();
    }

    private Stream<Person> of(Task task, Optional<EntityCode> entity) {
        if (task.getAssignee() != null) {
            return people.find(new PersonId(task.getAssignee())).stream();
        }
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
        return groups.stream().flatMap(group -> Role.ofGroup(group).stream()).flatMap(role -> inRole(role, entity));
    }

    private Stream<Person> inRole(Role role, Optional<EntityCode> entity) {
        return people.inRole(role).stream().filter(person -> entity.isEmpty() || person.entity().equals(entity.get()));
    }
}
