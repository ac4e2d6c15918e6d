package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ExceptedRules;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.workflow.calendar.TasksOfRoles;
import io.shouxin.workflow.engine.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing off low-risk cases in a list (批量审批), where policy {@code batch-sign-off} allows it. Each case is decided by itself, through the
 * same task and form as any other, in a transaction of its own: what is refused is said per case and stops none of the others.
 */
@Service
public class BatchSignOff {

    public static final String POLICY = "batch-sign-off";
    private static final int MOST_AT_ALL = 50;
    private static final Set<String> SUBJECTS = Set.of("credit-application", "periodic-review", "rating-override", "limit-adjustment",
            "temporary-exception");

    private final TasksOfRoles tasks;
    private final ApprovalDesk approvals;
    private final PolicyBook policies;
    private final TaskService engine;
    private final FormService forms;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final FilledDecision form;
    private final ExceptedRules excepted;
    private final TransactionTemplate alone;

    BatchSignOff(TasksOfRoles tasks, ApprovalDesk approvals, PolicyBook policies, TaskService engine, FormService forms, AuditTrail audit,
            BusinessClock clock, FilledDecision form, ExceptedRules excepted, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.policies = policies;
        this.engine = engine;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
        this.form = form;
        this.excepted = excepted;
        this.alone = new TransactionTemplate(transactions);
    }

    /** What this officer may sign off in a list now: his or his role's tasks that the policy names and nothing bars him from. */
    public List<Offered> offeredTo(Person officer) {
        List<String> groups = officer.roles().stream().map(Role::groupId).toList();
        List<Offered> offered = new ArrayList<>();
        tasks.withKeys(CreditApprovalProcess.TIERS.keySet(), groups, officer.id()).forEach(task -> {
            if (task.approvalCase() != null) {
                ApprovalCaseId id = new ApprovalCaseId(task.approvalCase());
                approvals.find(id).filter(view -> allowance(view).isPresent() && approvals.obstacles(id, officer.id()).isEmpty())
                        .ifPresent(view -> offered.add(new Offered(task.id(), view)));
            }
        });
        return offered;
    }

    /**
     * Approves the cases one after the other.
     *
     * @param items   task and hash of the proposal as shown in the list
     * @param comment the same for all; at least a word, for a list is no excuse to say nothing
     * @return one answer per case, or {@code BATCH_EMPTY, BATCH_TOO_LONG, BATCH_NEEDS_COMMENT}
     */
    public Outcome<List<Signed>> sign(List<Item> items, String comment, Person officer) {
        if (items.isEmpty()) {
            return Outcome.refused(Refusal.of("BATCH_EMPTY").at("items"));
        }
        if (items.size() > MOST_AT_ALL) {
            return Outcome.refused(Refusal.of("BATCH_TOO_LONG").at("items").with("most", MOST_AT_ALL));
        }
        if (comment == null || comment.isBlank()) {
            return Outcome.refused(Refusal.of("BATCH_NEEDS_COMMENT").at("comment"));
        }
        return Outcome.done(items.stream().map(item -> signAlone(item, comment.strip(), items.size(), officer)).toList());
    }

    private Signed signAlone(Item item, String comment, int size, Person officer) {
        try {
            return alone.execute(status -> sign(item, comment, size, officer));
        } catch (RuntimeException failed) {
            return new Signed(item.taskId(), "", refusalsIn(failed));
        }
    }

    private Signed sign(Item item, String comment, int size, Person officer) {
        var task = tasks.find(item.taskId()).filter(found -> CreditApprovalProcess.TIERS.containsKey(found.key()) && found.approvalCase() != null)
                .orElseThrow(() -> new RefusedException(Refusal.of("TASK_GONE")));
        ApprovalCaseView view = approvals.find(new ApprovalCaseId(task.approvalCase())).orElseThrow();
        MatchedRow allowance = allowance(view).orElseThrow(() -> new RefusedException(Refusal.of("BATCH_NOT_ALLOWED").with("case", view.subjectId())));
        if (size > allowance.whole("most")) {
            throw new RefusedException(Refusal.of("BATCH_TOO_LONG").at("items").with("most", allowance.whole("most")));
        }
        if (task.assignee() == null) {
            engine.claim(task.id(), officer.id().value());
        }
        forms.submitTaskForm(task.id(), Map.of(Submission.VARIABLE, form.of(Verdict.APPROVE, comment, item.proposalHash())));
        audit.record(view.id().value(), "APPROVED_IN_BATCH", officer.id(), "one of " + size + ", " + allowance.ruleId());
        return new Signed(task.id(), view.subjectId(), List.of());
    }

    private Optional<MatchedRow> allowance(ApprovalCaseView view) {
        boolean byException = view.subjectType().equals(ApprovalSubject.APPLICATION.type()) && !excepted.of(new ApplicationId(view.subjectId())).isEmpty();
        if (!view.isOpen() || view.currentTier() == Tier.STRAIGHT_THROUGH || byException) {
            return Optional.empty();
        }
        List<String> grades = policies.inputs(POLICY, clock.today()).stream().filter(input -> input.name().equals("grade"))
                .flatMap(input -> input.allowed().stream()).toList();
        return policies.evaluate(POLICY, clock.today(), Map.of("subject", SUBJECTS.contains(view.subjectType()) ? view.subjectType() : "OTHER",
                "tier", view.currentTier(), "grade", grades.contains(view.gradeCode()) ? view.gradeCode() : "UNKNOWN",
                "amount", view.amount().amount())).first();
    }

    private static List<Refusal> refusalsIn(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.refusals();
            }
            if (cause instanceof OptimisticLockingFailureException || cause instanceof OptimisticLockingException) {
                return List.of(Refusal.of("CHANGED_MEANWHILE"));
            }
            if (cause instanceof AuthorizationException) {
                return List.of(Refusal.of("NOT_ALLOWED"));
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                return List.of(Refusal.of("TASK_OF_SOMEONE_ELSE"));
            }
        }
        throw failed;
    }

    /** A case that may be signed off in a list. */
    public record Offered(String taskId, ApprovalCaseView approval) {
    }

    /** @param proposalHash of the proposal that stood in the officer's list */
    public record Item(String taskId, String proposalHash) {
    }

    /** @param refusals why it was not signed; empty when it was */
    public record Signed(String taskId, String caseNumber, List<Refusal> refusals) {
    }
}
