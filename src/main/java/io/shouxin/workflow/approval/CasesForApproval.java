package io.shouxin.workflow.approval;

import io.shouxin.approval.OpenApproval;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.ReviewId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.engine.Route;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what origination or review proposes into the terms of the approval desk, which knows no loan. */
@Component
@Transactional
class CasesForApproval {

    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final ReviewDesk reviews;
    private final BusinessClock clock;

    CasesForApproval(ApplicationDesk applications, UnderwritingDesk underwriting, ReviewDesk reviews, BusinessClock clock) {
        this.applications = applications;
        this.underwriting = underwriting;
        this.reviews = reviews;
        this.clock = clock;
    }

    OpenApproval ofApplication(ApplicationId id) {
        ApplicationView application = applications.underApproval(id, Route.SYSTEM).orElseThrow();
        CreditProposalView proposal = underwriting.latest(id).orElseThrow();
        return new OpenApproval(ApprovalSubject.APPLICATION.type(), id.value(), proposal.sha256(), proposal.amount(),
                proposal.exposureAfter(), proposal.grade(), proposal.straightThroughEligible(), proposal.madeBy(), application.policyAsOf());
    }

    OpenApproval ofReview(ReviewId id) {
        ReviewView review = reviews.find(id).orElseThrow();
        return new OpenApproval(ApprovalSubject.REVIEW.type(), id.value(), review.sha256().orElseThrow(),
                review.proposedLimit().orElse(review.limitBefore()), review.proposedLimit().orElse(review.limitBefore()),
                review.delta().orElseThrow().gradeAfter(), false, review.madeBy(), clock.today());
    }
}
