package io.shouxin.workflow.engine;

import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.identity.SignedIn;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.security.RefusalSeen;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one door through which a task is completed or a process started by a person, whatever the way in: Tasklist, the
 * engine's REST API, or Cockpit. Checks who acts and what was handed in, then runs the element's {@link FormCommand}.
 */
@Component
class FormCommandGate {

    private final ObjectProvider<FormCommand> commands;
    private final SignedIn signedIn;
    private final People people;
    private static final PersonId NOBODY = new PersonId("visitor");

    private final GrantingEntities entities;
    private final RefusedActs refusedActs;
    private volatile Map<String, FormCommand> byElement;

    FormCommandGate(ObjectProvider<FormCommand> commands, SignedIn signedIn, People people, GrantingEntities entities, RefusedActs refusedActs) {
        this.commands = commands;
        this.signedIn = signedIn;
        this.people = people;
        this.entities = entities;
        this.refusedActs = refusedActs;
    }

    void complete(DelegateTask task) {
        noting(task.getExecution(), task.getTaskDefinitionKey(), () -> completeTask(task));
    }

    void start(DelegateExecution execution) {
        noting(execution, execution.getCurrentActivityId(), () -> run(execution.getCurrentActivityId(), execution, actor().id()));
    }

    /** Somebody claims the task, or is given it. */
    void take(DelegateTask task) {
        if (task.getAssignee() != null) {
            noting(task.getExecution(), task.getTaskDefinitionKey(), () -> {
                PersonId taker = new PersonId(task.getAssignee());
                String giver = Context.getCommandContext().getAuthenticatedUserId();
                if (!taker.value().equals(giver)) {
                    // Who claims it himself has been judged by the engine's tenant check.
                    people.find(taker).ifPresent(person -> ofOwnEntity(person, task));
                }
                FormCommand command = command(task.getTaskDefinitionKey());
                command.bar().against(taker, task.getExecution()).ifPresent(FormCommandGate::refuse);
                if (giver != null && !taker.value().equals(giver) && !TaskGrants.isJustMade((TaskEntity) task)) {
                    command.given().note(taker, new PersonId(giver), task.getExecution());
                }
            });
        }
    }

    private void noting(DelegateExecution execution, String element, Runnable work) {
        try {
            work.run();
        } catch (RefusedException refused) {
            RefusalSeen.note(refused.refusals());
            String subject = execution.getVariable(RouteVariables.APPROVAL_CASE_ID) instanceof String approval ? approval : execution.getProcessBusinessKey();
            if (subject != null) {
                refusedActs.note(subject, signedIn.person().map(Person::id).orElse(NOBODY), element, refused.refusals());
            }
            throw refused;
        }
    }

    private void completeTask(DelegateTask task) {
        Person actor = actor();
        if (task.getAssignee() == null) {
            refuse(Refusal.of("TASK_NOT_CLAIMED"));
        }
        if (!task.getAssignee().equals(actor.id().value())) {
            refuse(Refusal.of("TASK_OF_SOMEONE_ELSE"));
        }
        boolean named = task.getCandidates().stream().anyMatch(link -> actor.id().value().equals(link.getUserId()));
        Set<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!groups.isEmpty() && !named && actor.roles().stream().map(Role::groupId).noneMatch(groups::contains)) {
            refuse(Refusal.of("TASK_NOT_FOR_YOUR_ROLE"));
        }
        ofOwnEntity(actor, task);
        run(task.getTaskDefinitionKey(), task.getExecution(), actor.id());
    }

    /** Also when an administrator gives the task to somebody: an officer works in cases of his own granting entity. */
    private void ofOwnEntity(Person person, DelegateTask task) {
        if (person.isOfficer() && task.getTenantId() != null && !entities.worksFor(person, new EntityCode(task.getTenantId()))) {
            refuse(Refusal.of("CASE_OF_OTHER_ENTITY").with("entity", task.getTenantId()));
        }
    }

    private void run(String elementId, DelegateExecution execution, PersonId actor) {
        FormCommand command = command(elementId);
        Object submitted = execution.getVariable(Submission.VARIABLE);
        if (!(submitted instanceof String json)) {
            throw new RefusedException(Refusal.of("FORM_MALFORMED"));
        }
        execution.getVariableNames().stream().sorted().filter(name -> !name.equals(Submission.VARIABLE))
                .filter(name -> !RouteVariables.NAMES.contains(name) || !stoodBefore(name, execution)).findFirst()
                .ifPresent(foreign -> refuse(Refusal.of("VARIABLE_NOT_ACCEPTED").with("name", foreign)));
        execution.removeVariable(Submission.VARIABLE);
        command.submit(new Submission(json), actor, execution);
    }

    /** Whether a variable is as it was before the form came in. The ids a token carries are not the form's to change. */
    private static boolean stoodBefore(String name, DelegateExecution execution) {
        if (!(((ExecutionEntity) execution).getVariableInstance(name) instanceof VariableInstanceEntity variable)) {
            return false;
        }
        CachedDbEntity known = Context.getCommandContext().getDbEntityManager().getDbEntityCache().getCachedEntity(variable);
        return known != null && known.getEntityState() == DbEntityState.PERSISTENT && !known.isDirty();
    }

    private Person actor() {
        Person person = signedIn.person().orElseThrow(() -> new RefusedException(Refusal.of("NOT_SIGNED_IN")));
        if (person.roles().stream().allMatch(role -> role == Role.AUDITOR)) {
            refuse(Refusal.of("AUDITOR_CHANGES_NOTHING"));
        }
        if (person.roles().stream().allMatch(role -> role == Role.AUDITOR || role == Role.ADMINISTRATOR)) {
            refuse(Refusal.of("ADMINISTRATOR_DOES_NO_BUSINESS"));
        }
        return person;
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    private FormCommand command(String elementId) {
        FormCommand command = commands().get(elementId);
        if (command == null) {
            throw new IllegalStateException("no form command for " + elementId);
        }
        return command;
    }

    private Map<String, FormCommand> commands() {
        if (byElement == null) {
            Map<String, FormCommand> found = new HashMap<>();
            commands.forEach(command -> {
                if (found.put(command.elementId(), command) != null) {
                    throw new IllegalStateException("two form commands for " + command.elementId());
                }
            });
            byElement = found;
        }
        return byElement;
    }
}
