package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.OpenApproval;
import io.shouxin.workflow.approval.CreditApprovalProcess.Outcome;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of an approval. */
@Configuration(proxyBeanMethods = false)
class ApprovalSteps {

    @Bean
    JavaDelegate determineAuthority(ApprovalDesk approvals, CasesForApproval cases) {
        return token -> {
            OpenApproval command = switch (ApprovalSubject.of(token)) {
                case APPLICATION -> cases.ofApplication(Route.application(token));
                case REVIEW -> cases.ofReview(Route.review(token));
                case OVERRIDE -> cases.ofOverride(Route.override(token));
                case LIMIT_CHANGE -> cases.ofLimitChange(Route.limitChange(token));
                case EXCEPTION -> cases.ofException(Route.exception(token));
            };
            ApprovalCaseView opened = approvals.open(command, Route.SYSTEM).orElseThrow();
            token.setVariable(RouteVariables.APPROVAL_CASE_ID, opened.id().value());
            Route.leave(token, opened.isStraightThrough() ? Outcome.STRAIGHT_THROUGH : Outcome.IN_TIERS);
        };
    }

    @Bean
    JavaDelegate approveStraightThrough(ApprovalDesk approvals) {
        return token -> Route.leave(token,
                ApprovalForms.outcome(approvals.approveStraightThrough(Route.approvalCase(token)).orElseThrow()));
    }

    @Bean
    JavaDelegate countVotes(ApprovalDesk approvals) {
        return token -> {
            ApprovalCaseView voted = approvals.find(Route.approvalCase(token)).orElseThrow();
            // All members were asked and the case is still open: there is no majority for it.
            Route.leave(token, voted.isOpen() ? Outcome.DECLINED : ApprovalForms.outcome(voted));
        };
    }
}
