package io.shouxin.workflow.web;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ConflictKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.integration.CaseFile;
import io.shouxin.integration.CaseFiles;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Wording;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.rating.OverrideView;
import io.shouxin.replay.DraftDesk;
import io.shouxin.workflow.approval.StandingAside;
import io.shouxin.workflow.engine.RouteVariables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From a task in Tasklist to the case it is about. The engine's own rights decide who sees which task. */
@RestController
@RequestMapping({"/api/v1/tasks", "/camunda/api/shouxin/v1/tasks"})
@Tag(name = "Tasks")
class TaskController {

    private static final int MOST_CARDS = 200;

    private final Access access;
    private final People people;
    private final TaskService tasks;
    private final TaskRoutes routes;
    private final CaseFiles caseFiles;
    private final CustomerRegister customers;
    private final ApprovalDesk approvals;
    private final Wording wording;
    private final StandingAside standingAside;
    private final DraftDesk drafts;

    TaskController(Access access, People people, TaskService tasks, TaskRoutes routes, CaseFiles caseFiles, CustomerRegister customers,
            ApprovalDesk approvals, Wording wording, StandingAside standingAside, DraftDesk drafts) {
        this.access = access;
        this.people = people;
        this.tasks = tasks;
        this.routes = routes;
        this.caseFiles = caseFiles;
        this.customers = customers;
        this.approvals = approvals;
        this.wording = wording;
        this.standingAside = standingAside;
        this.drafts = drafts;
    }

    @Operation(summary = "A task with the case file it is about")
    @GetMapping("/{taskId}/case-file")
    TaskCase caseFile(@PathVariable String taskId, Locale language) {
        Person reader = access.person();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Access.NotVisible();
        }
        Map<String, Object> route = routes.of(task);
        CaseFile file = fileOf(route);
        String approvalCase = (String) route.get(RouteVariables.APPROVAL_CASE_ID);
        List<String> obstacles = approvalCase == null || !reader.isOfficer() ? List.of()
                : approvals.obstacles(new ApprovalCaseId(approvalCase), reader.id()).stream()
                        .map(refusal -> wording.of(refusal, language)).toList();
        return new TaskCase(task.getId(), task.getTaskDefinitionKey(), task.getAssignee(), approvalCase, obstacles, reader, file);
    }

    private CaseFile fileOf(Map<String, Object> route) {
        if (route.get(RouteVariables.OVERRIDE_ID) instanceof String override) {
            return caseFiles.ofOverride(new OverrideId(override));
        }
        if (route.get(RouteVariables.LIMIT_CHANGE_ID) instanceof String change) {
            return caseFiles.ofLimitChange(new LimitChangeId(change));
        }
        if (route.get(RouteVariables.EXCEPTION_ID) instanceof String exception) {
            return caseFiles.ofException(new ExceptionId(exception));
        }
        if (route.get(RouteVariables.REVIEW_ID) instanceof String review) {
            return caseFiles.ofReview(new ReviewId(review));
        }
        if (route.get(RouteVariables.WRITE_OFF_ID) instanceof String writeOff) {
            return caseFiles.ofWriteOff(new WriteOffId(writeOff));
        }
        if (route.get(RouteVariables.RENEWAL_ID) instanceof String renewal) {
            return caseFiles.ofRenewal(new ExceptionRenewalId(renewal));
        }
        if (route.get(RouteVariables.DRAFT_ID) instanceof String draft) {
            return caseFiles.ofPolicyDraft(draft);
        }
        if (route.get(RouteVariables.APPLICATION_ID) instanceof String application) {
            return caseFiles.ofApplication(new ApplicationId(application));
        }
        throw new Access.NotVisible();
    }

    @Operation(summary = "Declare a conflict of interest in a task of the approval: it goes back to the others of the tier")
    @PostMapping("/{taskId}/conflict")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declareConflict(@PathVariable String taskId, @RequestBody Declaration declaration) {
        Person officer = access.person();
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !officer.isOfficer()) {
            throw new Access.NotVisible();
        }
        String approvalCase = (String) routes.of(task).get(RouteVariables.APPROVAL_CASE_ID);
        if (approvalCase == null) {
            throw new RefusedException(Refusal.of("NOTHING_TO_DECIDE"));
        }
        standingAside.declare(task, new ApprovalCaseId(approvalCase), officer.id(), declaration.kind(), declaration.remark());
    }

    /** What connects the officer with the case. */
    record Declaration(ConflictKind kind, String remark) {
    }

    @Operation(summary = "What task cards show: customer, number, product and amount of each task you may see")
    @GetMapping("/cards")
    List<Card> cards(@RequestParam List<String> ids, Locale language) {
        Person reader = access.person();
        return visible(ids.stream().limit(MOST_CARDS).toList(), reader.id().value()).stream().map(task -> card(task, reader, language)).filter(Objects::nonNull).toList();
    }

    /** One's own tasks are found without asking for a right to each; who only watches is asked for his rights. */
    private List<Task> visible(List<String> ids, String login) {
        List<Task> own = ids.isEmpty() ? List.of() : tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new))
                .or().taskAssignee(login).taskCandidateUser(login).includeAssignedTasks().endOr().list();
        Set<String> found = own.stream().map(Task::getId).collect(Collectors.toSet());
        String[] others = ids.stream().filter(id -> !found.contains(id)).toArray(String[]::new);
        return others.length == 0 ? own : Stream.concat(own.stream(), tasks.createTaskQuery().taskIdIn(others).list().stream()).toList();
    }

    private Card card(Task task, Person reader, Locale language) {
        Map<String, Object> route = routes.of(task);
        String review = (String) route.get(RouteVariables.REVIEW_ID);
        String application = (String) route.get(RouteVariables.APPLICATION_ID);
        String assignee = Optional.ofNullable(task.getAssignee()).map(login -> people.names(Set.of(login)).getOrDefault(login, login)).orElse(null);
        String stage = wording.of("task." + task.getTaskDefinitionKey(), language);
        if (route.get(RouteVariables.OVERRIDE_ID) instanceof String override) {
            return customer(caseFiles.override(new OverrideId(override)).map(OverrideView::customer), override, reader)
                    .map(view -> new Card(task.getId(), override, view.name(), stage, null, null, null, assignee)).orElse(null);
        }
        if (route.get(RouteVariables.LIMIT_CHANGE_ID) instanceof String number) {
            return caseFiles.limitChange(new LimitChangeId(number)).flatMap(change -> customer(Optional.of(change.customer()), number, reader)
                    .map(view -> card(task, number, view, stage, wording.of("limitChangeKind." + change.kind(), language), change.ceilingAfter(), assignee)))
                    .orElse(null);
        }
        if (route.get(RouteVariables.EXCEPTION_ID) instanceof String number) {
            return caseFiles.exception(new ExceptionId(number)).flatMap(exception -> customer(Optional.of(exception.customer()), number, reader)
                    .map(view -> card(task, number, view, stage, null, Optional.of(exception.extra()), assignee))).orElse(null);
        }
        if (route.get(RouteVariables.WRITE_OFF_ID) instanceof String number) {
            return caseFiles.writeOff(new WriteOffId(number)).flatMap(writeOff -> customer(Optional.of(writeOff.customer()), number, reader)
                    .map(view -> card(task, number, view, stage, wording.of("process.write-off", language), Optional.of(writeOff.amount()), assignee)))
                    .orElse(null);
        }
        if (route.get(RouteVariables.RENEWAL_ID) instanceof String number) {
            return caseFiles.renewal(new ExceptionRenewalId(number)).flatMap(renewal -> customer(Optional.of(renewal.customer()), number, reader)
                    .map(view -> card(task, number, view, stage, wording.of("process.policy-exception-renewal", language), Optional.empty(), assignee)))
                    .orElse(null);
        }
        if (review != null) {
            return customer(caseFiles.customerOf(new ReviewId(review)), review, reader)
                    .map(view -> new Card(task.getId(), review, view.name(), stage, null, null, null, assignee)).orElse(null);
        }
        if (route.get(RouteVariables.DRAFT_ID) instanceof String draft && reader.isOfficer()) {
            return drafts.find(draft).map(found -> new Card(task.getId(), draft, wording.of("policy." + found.policy(), language) + " "
                    + found.version(), stage, found.title(), null, null, assignee)).orElse(null);
        }
        return Optional.ofNullable(application).map(ApplicationId::new).flatMap(caseFiles::application)
                .flatMap(asked -> customer(Optional.of(asked.customerId()), application, reader).map(view -> new Card(task.getId(), application,
                        view.name(), stage, wording.of("product." + asked.product(), language),
                        asked.requested().amount().toPlainString(), asked.requested().currency().getCurrencyCode(), assignee)))
                .orElse(null);
    }

    private static Card card(Task task, String number, CustomerView customer, String stage, String what, Optional<Money> amount, String assignee) {
        return new Card(task.getId(), number, customer.name(), stage, what, amount.map(sum -> sum.amount().toPlainString()).orElse(null),
                amount.map(sum -> sum.currency().getCurrencyCode()).orElse(null), assignee);
    }

    private Optional<CustomerView> customer(Optional<CustomerId> id, String number, Person reader) {
        return id.filter(customer -> access.mayRead(reader, number, customer)).flatMap(customers::find);
    }

    /**
     * A task and its case.
     *
     * @param obstacles what would bar the reader from deciding, in his language; empty if nothing does
     */
    record TaskCase(String taskId, String taskKey, String assignee, String approvalCaseId, List<String> obstacles, Person reader, CaseFile file) {
    }

    /**
     * The face of a task in a list.
     *
     * @param stage   what is to be done, in the reader's language
     * @param product name of the product asked for, in the reader's language, what a policy draft changes, or what is to become of a
     *                limit; null for a review, an override or an exception
     * @param amount  sum asked for, the new ceiling or the room above it, decimal text; null where there is none
     * @param assignee name of who has claimed it; null while nobody has
     */
    record Card(String taskId, String applicationNumber, String customerName, String stage, String product, String amount,
                String currency, String assignee) {
    }
}
