package io.shouxin.workflow.origination;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Verdict;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import io.shouxin.workflow.approval.ApprovalSubject;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.origination.CreditApplicationProcess.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an application that found no way to a facility: takes back what is still open at other desks and tells the
 * customer the reasons. Calling it twice is the same as calling it once.
 */
@Component
@Transactional
class ClosingDesk {

    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final RatingDesk ratings;
    private final ApprovalDesk approvals;
    private final OfferDesk offers;
    private final SigningDesk signing;

    ClosingDesk(ApplicationDesk applications, UnderwritingDesk underwriting, RatingDesk ratings, ApprovalDesk approvals,
            OfferDesk offers, SigningDesk signing) {
        this.applications = applications;
        this.underwriting = underwriting;
        this.ratings = ratings;
        this.approvals = approvals;
        this.offers = offers;
        this.signing = signing;
    }

    void close(ApplicationId id, Outcome lastStep) {
        takeBack(id);
        ApplicationView application = applications.find(id).orElseThrow();
        switch (lastStep) {
            case LAPSED -> end(id, ApplicationStatus.LAPSED, List.of("DOCUMENTS_LAPSED"));
            case UNQUALIFIED -> end(id, ApplicationStatus.DECLINED, List.of("NOT_QUALIFIED"));
            case KNOCKED_OUT -> end(id, ApplicationStatus.DECLINED,
                    ratings.latest(application.customerId()).map(RatingView::reasonCodes).orElseThrow());
            case NO_LIMIT -> end(id, ApplicationStatus.DECLINED,
                    underwriting.latest(id).map(CreditProposalView::reasonCodes).orElseThrow());
            case OFFER_EXPIRED -> end(id, ApplicationStatus.OFFER_EXPIRED, List.of("OFFER_NOT_ANSWERED"));
            case REFUSED -> end(id, ApplicationStatus.REFUSED_BY_CUSTOMER, List.of("OFFER_REFUSED"));
            case NOT_SIGNED -> end(id, ApplicationStatus.LAPSED, List.of("AGREEMENT_NOT_SIGNED"));
            default -> end(id, ApplicationStatus.DECLINED, reasonsOfApprovers(id));
        }
    }

    void closeWithdrawn(ApplicationId id) {
        takeBack(id);
        end(id, ApplicationStatus.WITHDRAWN, List.of("WITHDRAWN_BY_CUSTOMER"));
    }

    private void takeBack(ApplicationId id) {
        offers.of(id).stream().filter(OfferView::isOpen).forEach(offer -> offers.withdraw(offer.id(), Route.SYSTEM).orElseThrow());
        signing.current(id).ifPresent(agreement -> signing.cancel(agreement.id(), Route.SYSTEM).orElseThrow());
        approvals.history(ApprovalSubject.APPLICATION.type(), id.value()).stream().filter(ApprovalCaseView::isOpen)
                .forEach(open -> approvals.voidCase(open.id(), "APPLICATION_ENDED", Route.SYSTEM).orElseThrow());
    }

    private void end(ApplicationId id, ApplicationStatus status, List<String> reasons) {
        applications.close(id, status, reasons, Route.SYSTEM).orElseThrow();
    }

    private List<String> reasonsOfApprovers(ApplicationId id) {
        List<String> reasons = approvals.history(ApprovalSubject.APPLICATION.type(), id.value()).stream()
                .flatMap(decided -> decided.decisions().stream())
                .filter(decision -> decision.verdict() == Verdict.DECLINE && decision.reasonCode() != null && !decision.reasonCode().isBlank())
                .map(ApprovalCaseView.Decision::reasonCode).distinct().toList();
        return reasons.isEmpty() ? List.of("NOT_APPROVED") : reasons;
    }
}
