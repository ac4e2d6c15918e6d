package io.shouxin.workflow.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.workflow.engine.Submission;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Does at the task list what people do: starts processes, claims and completes tasks by the same forms, under the same
 * rights. Walks and tests use it; with the job executor off it also runs the automatic steps.
 */
@Component
public class Hands {

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ObjectMapper json;

    Hands(IdentityService identity, RepositoryService repository, FormService forms, TaskService tasks, ManagementService management,
            RuntimeService runtime, HistoryService history, ObjectMapper json) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.management = management;
        this.runtime = runtime;
        this.history = history;
        this.json = json;
    }

    /** @return business number of the case started */
    public String start(String person, String processKey, Object form) {
        return as(person, () -> {
            String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion()
                    .singleResult().getId();
            ProcessInstance started = forms.submitStartForm(definition, Map.of(Submission.VARIABLE, text(form)));
            return started.getBusinessKey();
        });
    }

    /** Claims the task unless it is the person's already, and submits its form. */
    public void complete(String person, String businessNumber, String taskKey, Object form) {
        Task task = task(person, businessNumber, taskKey);
        as(person, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            forms.submitTaskForm(task.getId(), Map.of(Submission.VARIABLE, text(form)));
            return null;
        });
    }

    /** Keys of the tasks open for a case, sorted, each once. */
    public Set<String> openTasks(String businessNumber) {
        Set<String> keys = new TreeSet<>();
        tasks.createTaskQuery().processInstanceBusinessKey(businessNumber).list().forEach(task -> keys.add(task.getTaskDefinitionKey()));
        return keys;
    }

    /** Who is asked in each of several parallel tasks of one kind, as long as it is open. */
    public List<String> assignees(String businessNumber, String taskKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessNumber).taskDefinitionKey(taskKey).list().stream()
                .map(Task::getAssignee).sorted().toList();
    }

    /** Runs the automatic steps that wait for the job executor, until none is left; timers are left alone. */
    public void runSteps() {
        for (List<Job> due = steps(); !due.isEmpty(); due = steps()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** The same for one case only: what is stuck elsewhere stays there. */
    public void runSteps(String businessNumber) {
        for (Optional<Job> due = first(businessNumber, JobQuery::messages); due.isPresent(); due = first(businessNumber, JobQuery::messages)) {
            management.executeJob(due.get().getId());
        }
    }

    /** Runs the timers of a case that are over by now, the earliest first, each with the steps that follow it. */
    public void runTimers(String businessNumber) {
        UnaryOperator<JobQuery> over = jobs -> jobs.timers().duedateLowerThan(ClockUtil.getCurrentTime());
        for (Optional<Job> due = first(businessNumber, over); due.isPresent(); due = first(businessNumber, over)) {
            management.executeJob(due.get().getId());
            runSteps(businessNumber);
        }
    }

    private Optional<Job> first(String businessNumber, UnaryOperator<JobQuery> kind) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessNumber).list().stream()
                .flatMap(instance -> kind.apply(management.createJobQuery().processInstanceId(instance.getId())).withRetriesLeft().list().stream())
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /**
     * How often each step of a case was gone through, in the main process and those it called.
     *
     * @param also steps that count as soon as they were reached, even if they were broken off
     */
    public Map<String, Long> steps(String businessNumber, Set<String> also) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessNumber).list().stream()
                .flatMap(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream())
                .filter(step -> also.contains(step.getActivityId()) || step.getEndTime() != null && !step.isCanceled())
                .collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId, Collectors.counting()));
    }

    /** Whether anything of a case is still under way. */
    public boolean isUnderWay(String businessNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessNumber).count() > 0;
    }

    private List<Job> steps() {
        return management.createJobQuery().messages().withRetriesLeft().list();
    }

    private Task task(String person, String businessNumber, String taskKey) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(businessNumber).taskDefinitionKey(taskKey).list();
        return open.stream().filter(task -> person.equals(task.getAssignee())).findFirst()
                .or(() -> open.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException(businessNumber + " has no open task " + taskKey + " but " + openTasks(businessNumber)));
    }

    /** Works under a person's name, groups, granting entities and rights. */
    public <T> T as(String person, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
        List<String> tenants = identity.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream().map(Tenant::getId).toList();
        identity.setAuthentication(person, groups, tenants);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private String text(Object form) {
        try {
            return form instanceof String text ? text : json.writeValueAsString(form);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
