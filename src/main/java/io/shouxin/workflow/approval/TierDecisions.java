package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.AskedCustomer;
import io.shouxin.approval.Decide;
import io.shouxin.approval.HandOverDesk;
import io.shouxin.approval.ReturnDesk;
import io.shouxin.approval.SignerDesk;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verb;
import io.shouxin.approval.Verdict;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.ShortenException;
import io.shouxin.replay.DraftApproval;
import io.shouxin.workflow.engine.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What an officer of the open tier does with his task, brought to the desk it belongs to. */
@Component
class TierDecisions {

    /** Who meets one of these need not take the task at all; it is somebody else's. */
    private static final Set<String> FOR_GOOD = Set.of("OWN_CASE", "CONFLICT_DECLARED", "ALREADY_DECIDED", "PRINCIPAL_BARRED");

    private final ApprovalDesk approvals;
    private final SignerDesk signers;
    private final ReturnDesk returns;
    private final HandOverDesk handOvers;
    private final CustomerDocuments customers;
    private final ApplicationStages stages;
    private final DuplicateGranting duplicates;
    private final DraftApproval drafts;
    private final PolicyExceptionCourse exceptions;

    TierDecisions(ApprovalDesk approvals, SignerDesk signers, ReturnDesk returns, HandOverDesk handOvers, CustomerDocuments customers, ApplicationStages stages,
            DuplicateGranting duplicates, DraftApproval drafts, PolicyExceptionCourse exceptions) {
        this.approvals = approvals;
        this.signers = signers;
        this.returns = returns;
        this.handOvers = handOvers;
        this.customers = customers;
        this.stages = stages;
        this.duplicates = duplicates;
        this.drafts = drafts;
        this.exceptions = exceptions;
    }

    void take(ApprovalForms.Decision form, Tier tier, Optional<PersonId> principal, PersonId actor, DelegateExecution token) {
        if (form.verdict() == null) {
            throw new RefusedException(Refusal.of("VERDICT_MISSING").at("verdict"));
        }
        ApprovalCaseId id = Route.approvalCase(token);
        ApprovalCaseView after = (switch (form.verdict()) {
            case APPROVE, CONDITIONAL, DECLINE, RETURN, ABSTAIN -> decide(form, tier, principal, actor, token);
            case RETURN_TO_TIER -> returns.toTier(id, form.tier(), form.comment(), hash(form), actor, principal);
            case ASK_FOR_DOCUMENTS -> askForDocuments(form, id, principal, actor, token);
            case ADD_SIGNERS -> form.signers() == null ? Outcome.<ApprovalCaseView>refused(Refusal.of("SIGNERS_MISSING").at("signers"))
                    : signers.add(id, form.signers().order(), actor, principal);
            default -> Outcome.<ApprovalCaseView>refused(Refusal.of("VERDICT_MISSING").at("verdict"));
        }).orElseThrow();
        if (after.status() == ApprovalStatus.RETURNED && ApprovalSubject.of(token) == ApprovalSubject.APPLICATION) {
            stages.returnedForRework(Route.application(token), actor).orElseThrow();
        }
        Turns.leave(token, after, tier);
    }

    private Outcome<ApprovalCaseView> askForDocuments(ApprovalForms.Decision form, ApprovalCaseId id, Optional<PersonId> principal, PersonId actor,
            DelegateExecution token) {
        if (form.documents() == null || !form.documents().ofCustomer()) {
            return returns.askForDocuments(id, form.comment(), hash(form), actor, principal);
        }
        // What the customer is asked for is put on his list first; where the desk refuses afterwards, that is rolled back with all the rest.
        return customers.ask(found(token), form.documents(), actor).then(asked -> returns.askForDocuments(id, question(form, asked), Optional.of(asked),
                hash(form), actor, principal)).whenDone(customers::tell);
    }

    /** What the approver wrote, or else the reasons he gave for each document. */
    private static String question(ApprovalForms.Decision form, AskedCustomer asked) {
        return form.comment() != null && !form.comment().isBlank() ? form.comment()
                : asked.documents().stream().map(AskedCustomer.Document::reason).collect(Collectors.joining("；"));
    }

    private Outcome<ApprovalCaseView> decide(ApprovalForms.Decision form, Tier tier, Optional<PersonId> principal, PersonId actor,
            DelegateExecution token) {
        Verdict verdict = Verdict.valueOf(form.verdict().name());
        List<ShortenException> shortened = form.exceptions() == null ? List.of() : form.exceptions();
        if (verdict.approves() && ApprovalSubject.of(token) == ApprovalSubject.APPLICATION) {
            List<Refusal> elsewhere = duplicates.approvalRefusals(Route.application(token));
            if (!elsewhere.isEmpty()) {
                return Outcome.refused(elsewhere.stream().map(refusal -> refusal.at("verdict")).toList());
            }
            List<Refusal> excepted = exceptions.approvalRefusals(Route.application(token), shortened, verdict == Verdict.CONDITIONAL);
            if (!excepted.isEmpty()) {
                return Outcome.refused(excepted);
            }
            exceptions.shorten(Route.application(token), shortened, actor);
        } else if (!shortened.isEmpty()) {
            return Outcome.refused(Refusal.of("SHORTENED_WITHOUT_CONDITIONS").at("exceptions[0]"));
        }
        if (verdict.approves() && ApprovalSubject.of(token) == ApprovalSubject.POLICY) {
            List<Refusal> against = verdict == Verdict.CONDITIONAL ? List.of(Refusal.of("NO_CONDITIONS_ON_POLICY").at("verdict"))
                    : drafts.obstacles(Route.draft(token));
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
        }
        return approvals.decide(new Decide(Route.approvalCase(token), tier, verdict, form.reasonCode(), form.comment(), form.proposalHash(),
                form.conditions(), principal, Optional.ofNullable(form.signers()).map(AskedSigners::order)), actor);
    }

    private static String hash(ApprovalForms.Decision form) {
        return form.proposalHash() == null ? "" : form.proposalHash();
    }

    Optional<Refusal> whoIsBarred(PersonId taker, DelegateExecution token) {
        return approvals.obstacles(Route.approvalCase(token), taker).stream().filter(refusal -> FOR_GOOD.contains(refusal.code())).findFirst();
    }

    boolean isBarred(ApprovalCaseId id, PersonId officer) {
        return approvals.obstacles(id, officer).stream().anyMatch(refusal -> FOR_GOOD.contains(refusal.code()));
    }

    /** Somebody who runs the engine gave the task to an officer: the history says so. */
    void reassigned(PersonId taker, PersonId by, DelegateExecution token) {
        handOvers.note(Route.approvalCase(token), Verb.REASSIGN, taker, by, "");
    }

    boolean standsAside(DelegateExecution token, PersonId officer) {
        return found(token).conflicts().stream().anyMatch(conflict -> conflict.officer().equals(officer));
    }

    void leaveAsItStands(DelegateExecution token) {
        Turns.leave(token, found(token), Tier.COMMITTEE);
    }

    private ApprovalCaseView found(DelegateExecution token) {
        return approvals.find(Route.approvalCase(token)).orElseThrow();
    }
}
