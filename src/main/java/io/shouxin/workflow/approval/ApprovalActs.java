package io.shouxin.workflow.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.approval.AddedSigner;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ConflictKind;
import io.shouxin.approval.HandOverDesk;
import io.shouxin.approval.RecallDesk;
import io.shouxin.approval.SignerDesk;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verb;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.policyexception.ShortenException;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.RefusedActs;
import io.shouxin.workflow.engine.Submission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything an officer does with an approval case, by one door for forms and programs. What is done with a task is done by
 * completing it, so that case and token move together; the rest goes to its desk.
 */
@Component
@Transactional
public class ApprovalActs {

    private final ApprovalDesk approvals;
    private final SignerDesk signers;
    private final RecallDesk recalls;
    private final HandOverDesk handOvers;
    private final StandingAside standingAside;
    private final TaskService tasks;
    private final FormService forms;
    private final OwnAuthority ownAuthority;
    private final RefusedActs refusedActs;
    private final ObjectMapper json;

    ApprovalActs(ApprovalDesk approvals, SignerDesk signers, RecallDesk recalls, HandOverDesk handOvers, StandingAside standingAside,
            TaskService tasks, FormService forms, OwnAuthority ownAuthority, RefusedActs refusedActs, ObjectMapper json) {
        this.approvals = approvals;
        this.signers = signers;
        this.recalls = recalls;
        this.handOvers = handOvers;
        this.standingAside = standingAside;
        this.tasks = tasks;
        this.forms = forms;
        this.ownAuthority = ownAuthority;
        this.refusedActs = refusedActs;
        this.json = json;
    }

    /** @throws RefusedException with what the desk or the door of the task says against it */
    public void act(ApprovalCaseView view, Act act, PersonId officer) {
        if (act.act() == null) {
            throw new RefusedException(Refusal.of("VERDICT_MISSING").at("act"));
        }
        try {
            take(view, act, officer);
        } catch (RefusedException refused) {
            refusedActs.note(view.id().value(), officer, act.act().name(), refused.refusals());
            throw refused;
        }
    }

    private void take(ApprovalCaseView view, Act act, PersonId officer) {
        switch (act.act()) {
            case APPROVE, CONDITIONAL, DECLINE, ABSTAIN, RETURN, RETURN_TO_TIER, ASK_FOR_DOCUMENTS, ADD_SIGNERS ->
                    complete(view, act, officer, CreditApprovalProcess.TIERS.keySet(), decision(act));
            case SIGN -> complete(view, act, officer, Set.of(CreditApprovalProcess.USER_SIGN_AS_ADDED_SIGNER),
                    fields("opinion", act.opinion(), "remark", act.reason(), "proposalHash", act.proposalHash()));
            case BRING_DOCUMENTS -> complete(view, act, officer, Set.of(CreditApprovalProcess.USER_BRING_DOCUMENTS), fields("answer", act.reason()));
            case DECLARE_CONFLICT -> standingAside.declare(task(view, officer, StandingAside.TASKS)
                    .orElseThrow(() -> new RefusedException(Refusal.of("NOTHING_TO_DECIDE"))), view.id(), officer, act.kind(), act.reason());
            case HAND_OVER -> handOver(view, act, officer);
            case REMOVE_SIGNER -> signers.remove(view.id(), act.signer(), act.reason(), officer).orElseThrow();
            case TAKE_BACK -> recalls.takeBack(view.id(), act.reason(), officer).orElseThrow();
            case RECALL -> recalls.recall(view.id(), act.reason(), officer).orElseThrow();
            case URGE -> recalls.urge(view.id(), act.reason(), officer).orElseThrow();
            case STAND_IN, REASSIGN, ESCALATE, PASS_UP, LAPSE, SIGNERS_GONE, STALLED, VOID -> throw new RefusedException(Refusal.of("VERDICT_MISSING").at("act"));
        }
    }

    private void handOver(ApprovalCaseView view, Act act, PersonId officer) {
        Optional<Task> task = task(view, officer, CreditApprovalProcess.TIERS.keySet());
        PersonId colleague = act.colleague() == null || act.colleague().isBlank() ? null : new PersonId(act.colleague());
        handOvers.handOver(view.id(), colleague, act.reason(), officer).orElseThrow();
        Task open = task.orElseThrow(() -> new RefusedException(Refusal.of("TASK_OF_SOMEONE_ELSE")));
        ownAuthority.of(() -> {
            tasks.setAssignee(open.getId(), act.colleague());
            return null;
        });
    }

    private void complete(ApprovalCaseView view, Act act, PersonId officer, Collection<String> taskKeys, Map<String, Object> form) {
        approvals.refusal(view.id(), act.act(), officer).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Task task = task(view, officer, taskKeys).orElseThrow(() -> new RefusedException(Refusal.of("TASK_OF_SOMEONE_ELSE")));
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), officer.value());
        }
        forms.submitTaskForm(task.getId(), Map.of(Submission.VARIABLE, text(form)));
    }

    /** The officer's own task in the case, or one he may claim; the engine's rights say which he sees. */
    private Optional<Task> task(ApprovalCaseView view, PersonId officer, Collection<String> taskKeys) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(view.subjectId()).taskDefinitionKeyIn(taskKeys.toArray(String[]::new)).list();
        return open.stream().filter(task -> officer.value().equals(task.getAssignee())).findFirst()
                .or(() -> open.stream().filter(task -> task.getAssignee() == null).findFirst());
    }

    private static Map<String, Object> decision(Act act) {
        return fields("verdict", act.act(), "reasonCode", act.reasonCode(), "comment", act.reason(), "proposalHash", act.proposalHash(),
                "conditions", act.conditions(), "tier", act.tier(), "signers", act.signers(), "principal", act.principal(), "documents", act.documents(), "exceptions", act.exceptions());
    }

    private static Map<String, Object> fields(Object... named) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            fields.put((String) named[i], named[i + 1]);
        }
        return fields;
    }

    private String text(Map<String, Object> form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /**
     * What is to be done; each act reads the fields it needs.
     *
     * @param reason       why: the comment of a decision, the questions of a return or request, the remark of an opinion, the answer of who
     *                     brings documents
     * @param proposalHash hash of the proposal that was shown; for decisions and opinions
     * @param colleague    login to hand over to
     * @param signer       login or group id to take off
     * @param documents    who is asked for them, and what the customer is asked for
     * @param exceptions   policy exceptions that shall hold for less time, with a conditional approval
     */
    public record Act(Verb act, String reason, String reasonCode, String proposalHash, List<String> conditions, Tier tier, AskedSigners signers,
                      String principal, AddedSigner.Opinion opinion, String colleague, String signer, ConflictKind kind, AskedDocuments documents,
                      List<ShortenException> exceptions) {
    }
}
