package io.shouxin.workflow.approval;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.approval.OpenApproval;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.ReviewId;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideView;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.engine.Route;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what origination, review or an officer proposes into the terms of the approval desk, which knows no loan. */
@Component
@Transactional
class CasesForApproval {

    private final ApplicationDesk applications;
    private final ApplicationStages stages;
    private final UnderwritingDesk underwriting;
    private final DuplicateGranting duplicates;
    private final ReviewDesk reviews;
    private final OverrideDesk overrides;
    private final LimitChangeDesk changes;
    private final ExceptionDesk exceptions;
    private final LimitLedger ledger;
    private final ExchangeRates rates;
    private final BusinessClock clock;

    CasesForApproval(ApplicationDesk applications, ApplicationStages stages, UnderwritingDesk underwriting, DuplicateGranting duplicates, ReviewDesk reviews,
            OverrideDesk overrides, LimitChangeDesk changes, ExceptionDesk exceptions, LimitLedger ledger, ExchangeRates rates,
            BusinessClock clock) {
        this.applications = applications;
        this.stages = stages;
        this.underwriting = underwriting;
        this.duplicates = duplicates;
        this.reviews = reviews;
        this.overrides = overrides;
        this.changes = changes;
        this.exceptions = exceptions;
        this.ledger = ledger;
        this.rates = rates;
        this.clock = clock;
    }

    OpenApproval ofApplication(ApplicationId id) {
        ApplicationView application = stages.underApproval(id, Route.SYSTEM).orElseThrow();
        CreditProposalView proposal = underwriting.latest(id).orElseThrow();
        boolean eligible = proposal.straightThroughEligible() && proposal.exceptions().isEmpty() && duplicates.approvalRefusals(id).isEmpty();
        return new OpenApproval(ApprovalSubject.APPLICATION.type(), id.value(), proposal.sha256(), proposal.amount(),
                proposal.exposureAfter(), proposal.grade(), eligible, proposal.madeBy(), application.policyAsOf())
                .validatedBy(applications.validators(id)).atLeast(ExceptedRule.leastTier(proposal.exceptions()));
    }

    OpenApproval ofReview(ReviewId id) {
        ReviewView review = reviews.find(id).orElseThrow();
        Money limit = inYuan(review.proposedLimit().orElse(review.limitBefore()));
        return new OpenApproval(ApprovalSubject.REVIEW.type(), id.value(), review.sha256().orElseThrow(), limit, limit,
                review.delta().orElseThrow().gradeAfter(), false, review.madeBy(), clock.today());
    }

    /** An override grants nothing; shown is the limit the customer has already. */
    OpenApproval ofOverride(OverrideId id) {
        OverrideView override = overrides.find(id).orElseThrow();
        Money limit = inYuan(ledger.account(LimitAccountId.of(override.customer())).flatMap(LimitAccountView::ceiling).orElse(Money.zero(Money.CNY)));
        return new OpenApproval(ApprovalSubject.OVERRIDE.type(), id.value(), override.sha256(), limit, limit, override.grade().name(),
                BigDecimal.ZERO, false, Set.of(override.requestedBy()), clock.today(), new OpenApproval.Authority(OverrideDesk.POLICY,
                        OverrideDesk.question(override.modelGrade(), override.notches(), override.reasonCode())));
    }

    /** The total exposure is that of the customer's group with the room the change gives. */
    OpenApproval ofLimitChange(LimitChangeId id) {
        LimitChangeView change = changes.find(id).orElseThrow();
        return new OpenApproval(ApprovalSubject.LIMIT_CHANGE.type(), id.value(), change.sha256().orElseThrow(), changes.amount(change),
                change.exposureAfter().orElseThrow(), change.grade(), BigDecimal.ZERO, false, change.madeBy(), clock.today(),
                changes.authority(change));
    }

    /** Authority is measured in yuan: a limit in a foreign currency is told at the rate of the day. */
    private Money inYuan(Money limit) {
        return rates.inYuan(limit, clock.today()).map(InYuan::amount).orElseThrow(() -> new RefusedException(
                ExchangeRates.missing(limit.currency(), clock.today())));
    }

    OpenApproval ofException(ExceptionId id) {
        TemporaryExceptionView exception = exceptions.find(id).orElseThrow();
        return new OpenApproval(ApprovalSubject.EXCEPTION.type(), id.value(), exception.sha256(), exception.amount(), exception.exposureAfter(),
                exception.grade(), BigDecimal.ZERO, false, Set.of(exception.requestedBy()), clock.today(), exceptions.authority(exception));
    }
}
