package io.shouxin.workflow.origination;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Verdict;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.Ending;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingReruns;
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
    private final ApplicationStages stages;
    private final UnderwritingDesk underwriting;
    private final RatingReruns ratings;
    private final ApprovalDesk approvals;
    private final OfferDesk offers;
    private final SigningDesk signing;
    private final MessageDesk messages;

    ClosingDesk(ApplicationDesk applications, ApplicationStages stages, UnderwritingDesk underwriting, RatingReruns ratings, ApprovalDesk approvals,
            OfferDesk offers, SigningDesk signing, MessageDesk messages) {
        this.applications = applications;
        this.stages = stages;
        this.underwriting = underwriting;
        this.ratings = ratings;
        this.approvals = approvals;
        this.offers = offers;
        this.signing = signing;
        this.messages = messages;
    }

    void close(ApplicationId id, Outcome lastStep) {
        takeBack(id);
        ApplicationView application = applications.find(id).orElseThrow();
        switch (lastStep) {
            case LAPSED -> end(application, Ending.of(ApplicationStatus.LAPSED, "DOCUMENTS_LAPSED"));
            case UNQUALIFIED -> end(application, Ending.of(ApplicationStatus.DECLINED, "NOT_QUALIFIED"));
            case KNOCKED_OUT -> end(application, Ending.declined(
                    ratings.newestFor(id.value()).map(RatingView::reasonCodes).orElseThrow()));
            case NO_LIMIT -> end(application, Ending.declined(
                    underwriting.latest(id).map(CreditProposalView::reasonCodes).orElseThrow()));
            case OFFER_EXPIRED -> end(application, Ending.of(ApplicationStatus.OFFER_EXPIRED, "OFFER_NOT_ANSWERED"));
            case REFUSED -> end(application, Ending.of(ApplicationStatus.REFUSED_BY_CUSTOMER, "OFFER_REFUSED"));
            case NOT_SIGNED -> end(application, ofAgreement(signing.current(id).orElseThrow()));
            default -> end(application, Ending.declined(reasonsOfApprovers(id)));
        }
    }

    void closeWithdrawn(ApplicationId id) {
        takeBack(id);
        end(applications.find(id).orElseThrow(), Ending.of(ApplicationStatus.WITHDRAWN, "WITHDRAWN_BY_CUSTOMER"));
    }

    /** Why there is no agreement, in the words of him who ended it. What the bank did is never told as the customer's omission. */
    private static Ending ofAgreement(AgreementView agreement) {
        return switch (agreement.status()) {
            case RETURNED -> Ending.of(ApplicationStatus.DECLINED, "AGREEMENT_REJECTED_BY_LEGAL").saying(agreement.legalRemark());
            case REFUSED_BY_BANK -> Ending.of(ApplicationStatus.DECLINED, "AGREEMENT_REFUSED_BY_BANK").saying(agreement.refusalReason());
            case REFUSED_BY_CUSTOMER ->
                    Ending.of(ApplicationStatus.REFUSED_BY_CUSTOMER, "AGREEMENT_REFUSED_BY_CUSTOMER").saying(agreement.refusalReason());
            case EXPIRED -> Ending.of(ApplicationStatus.LAPSED, agreement.signedByCustomer() ? "GUARANTOR_NOT_SIGNED" : "AGREEMENT_NOT_SIGNED");
            default -> Ending.of(ApplicationStatus.DECLINED, "AGREEMENT_NOT_CONCLUDED");
        };
    }

    private void takeBack(ApplicationId id) {
        offers.of(id).stream().filter(OfferView::isOpen).forEach(offer -> offers.withdraw(offer.id(), Route.SYSTEM).orElseThrow());
        signing.current(id).ifPresent(agreement -> signing.cancel(agreement.id(), Route.SYSTEM).orElseThrow());
        approvals.history(ApprovalSubject.APPLICATION.type(), id.value()).stream().filter(ApprovalCaseView::isOpen)
                .forEach(open -> approvals.voidCase(open.id(), "APPLICATION_ENDED", Route.SYSTEM).orElseThrow());
    }

    private void end(ApplicationView application, Ending ending) {
        ApplicationId id = application.applicationId();
        stages.close(id, ending, Route.SYSTEM).orElseThrow();
        messages.send(application.applicant(), id + "/ended", id.value(), "APPLICATION_ENDED");
    }

    private List<String> reasonsOfApprovers(ApplicationId id) {
        List<String> reasons = approvals.history(ApprovalSubject.APPLICATION.type(), id.value()).stream()
                .flatMap(decided -> decided.decisions().stream())
                .filter(decision -> decision.verdict() == Verdict.DECLINE && decision.reasonCode() != null && !decision.reasonCode().isBlank())
                .map(ApprovalCaseView.Decision::reasonCode).distinct().toList();
        return reasons.isEmpty() ? List.of("NOT_APPROVED") : reasons;
    }
}
