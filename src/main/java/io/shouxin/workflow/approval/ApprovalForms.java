package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.Decide;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.workflow.approval.CreditApprovalProcess.Outcome;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the decision form does when it is submitted, at each tier. */
@Configuration(proxyBeanMethods = false)
class ApprovalForms {

    @Bean
    FormCommand decideAsCreditManager(ApprovalDesk desk, ApplicationDesk applications, DuplicateGranting duplicates) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_CREDIT_MANAGER, desk, applications, duplicates).barredTo(whoStandsAside(desk));
    }

    @Bean
    FormCommand decideAsSeniorCreditManager(ApprovalDesk desk, ApplicationDesk applications, DuplicateGranting duplicates) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_SENIOR_CREDIT_MANAGER, desk, applications, duplicates).barredTo(whoStandsAside(desk));
    }

    @Bean
    FormCommand decideAsRiskDirector(ApprovalDesk desk, ApplicationDesk applications, DuplicateGranting duplicates) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_RISK_DIRECTOR, desk, applications, duplicates).barredTo(whoStandsAside(desk));
    }

    @Bean
    FormCommand voteAsCommitteeMember(ApprovalDesk desk, ApplicationDesk applications, DuplicateGranting duplicates) {
        return decide(CreditApprovalProcess.USER_VOTE_AS_COMMITTEE_MEMBER, desk, applications, duplicates);
    }

    private static FormCommand decide(String elementId, ApprovalDesk desk, ApplicationDesk applications, DuplicateGranting duplicates) {
        Tier tier = CreditApprovalProcess.TIERS.get(elementId);
        return FormCommand.of(elementId, (submission, actor, token) -> {
            Decision form = submission.as(Decision.class);
            if (form.verdict() == null && tier == Tier.COMMITTEE && conflicted(desk, Route.approvalCase(token), actor)) {
                // His seat stays empty; the others decide.
                Route.leave(token, outcome(desk.find(Route.approvalCase(token)).orElseThrow()));
                return;
            }
            if (form.verdict() == null) {
                throw new RefusedException(Refusal.of("VERDICT_MISSING").at("verdict"));
            }
            if (form.verdict() == Verdict.APPROVE && ApprovalSubject.of(token) == ApprovalSubject.APPLICATION) {
                List<Refusal> elsewhere = duplicates.approvalRefusals(Route.application(token));
                if (!elsewhere.isEmpty()) {
                    throw new RefusedException(elsewhere.stream().map(refusal -> refusal.at("verdict")).toList());
                }
            }
            ApprovalCaseView decided = desk.decide(new Decide(Route.approvalCase(token), tier, form.verdict(), form.reasonCode(),
                    form.comment(), form.proposalHash()), actor).orElseThrow();
            if (decided.status() == ApprovalStatus.RETURNED && ApprovalSubject.of(token) == ApprovalSubject.APPLICATION) {
                applications.returnedForRework(Route.application(token), actor).orElseThrow();
            }
            Route.leave(token, outcome(decided));
        });
    }

    private static FormCommand.Bar whoStandsAside(ApprovalDesk desk) {
        return (taker, token) -> conflicted(desk, Route.approvalCase(token), taker) ? Optional.of(Refusal.of("CONFLICT_DECLARED"))
                : Optional.empty();
    }

    private static boolean conflicted(ApprovalDesk desk, ApprovalCaseId id, PersonId officer) {
        return desk.find(id).orElseThrow().conflicts().stream().anyMatch(conflict -> conflict.officer().equals(officer));
    }

    static Outcome outcome(ApprovalCaseView decided) {
        return switch (decided.status()) {
            case OPEN -> Outcome.NEXT_TIER;
            case APPROVED -> Outcome.APPROVED;
            case RETURNED -> Outcome.RETURNED;
            case DECLINED, VOIDED -> Outcome.DECLINED;
        };
    }

    /** An officer's decision, with the hash of the proposal he was shown. */
    record Decision(Verdict verdict, String reasonCode, String comment, String proposalHash) {
    }
}
