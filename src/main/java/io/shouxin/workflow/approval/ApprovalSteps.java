package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.ReturnDesk;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Turn;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.replay.DraftApproval;
import io.shouxin.workflow.approval.CreditApprovalProcess.Outcome;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workout.WriteOffDesk;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of an approval. */
@Configuration(proxyBeanMethods = false)
class ApprovalSteps {

    private static final Set<String> ENDED = Set.of(Outcome.APPROVED.name(), Outcome.DECLINED.name(), Outcome.RETURNED.name());

    @Bean
    JavaDelegate determineAuthority(ApprovalDesk approvals, CasesForApproval cases, DraftApproval drafts, WriteOffDesk writeOffs,
                                    ExceptionRenewalDesk renewals) {
        return token -> {
            OpenApproval command = switch (ApprovalSubject.of(token)) {
                case APPLICATION -> cases.ofApplication(Route.application(token));
                case REVIEW -> cases.ofReview(Route.review(token));
                case OVERRIDE -> cases.ofOverride(Route.override(token));
                case LIMIT_CHANGE -> cases.ofLimitChange(Route.limitChange(token));
                case EXCEPTION -> cases.ofException(Route.exception(token));
                case POLICY -> drafts.asCase(Route.draft(token));
                case WRITE_OFF -> writeOffs.asCase(Route.writeOff(token));
                case RENEWAL -> renewals.asCase(Route.renewal(token));
            };
            ApprovalCaseView opened = approvals.open(command, Route.SYSTEM).orElseThrow();
            token.setVariable(RouteVariables.APPROVAL_CASE_ID, opened.id().value());
            Route.leave(token, opened.isStraightThrough() ? Outcome.STRAIGHT_THROUGH : Turns.of(opened));
        };
    }

    @Bean
    JavaDelegate approveStraightThrough(ApprovalDesk approvals) {
        return token -> Route.leave(token,
                Turns.of(approvals.approveStraightThrough(Route.approvalCase(token)).orElseThrow()));
    }

    @Bean
    JavaDelegate remindCustomerOfDocuments(ApprovalDesk approvals, CustomerDocuments customers) {
        return token -> customers.remind(approvals.find(Route.approvalCase(token)).orElseThrow());
    }

    @Bean
    JavaDelegate letDocumentRequestLapse(ReturnDesk returns) {
        return token -> Route.leave(token, Turns.of(returns.customerLapsed(Route.approvalCase(token)).orElseThrow()));
    }

    @Bean
    JavaDelegate passOnTasks(AbsenceTasks absences) {
        return token -> absences.passOn();
    }

    @Bean
    JavaDelegate writeMinutes(ApprovalDesk approvals, CommitteeMinutes minutes) {
        return token -> {
            if (ENDED.contains(Route.outcome(token))) {
                minutes.write(approvals.find(Route.approvalCase(token)).orElseThrow());
            }
        };
    }

    @Bean
    JavaDelegate countVotes(ApprovalDesk approvals) {
        return token -> {
            ApprovalCaseView voted = approvals.find(Route.approvalCase(token)).orElseThrow();
            boolean everybodyAsked = voted.isOpen() && voted.currentTier() == Tier.COMMITTEE && voted.course().turn() == Turn.TIER;
            // All members were asked and the case is still open: there is no majority for it.
            Route.leave(token, everybodyAsked ? Outcome.DECLINED : Turns.of(voted));
        };
    }
}
