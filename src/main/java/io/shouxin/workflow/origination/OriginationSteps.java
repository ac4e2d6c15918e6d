package io.shouxin.workflow.origination;

import io.shouxin.contract.ConditionChecks;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.ExceptedRules;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingResult;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScreeningDesk;
import io.shouxin.review.ReviewDesk;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.origination.CreditApplicationProcess.Outcome;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the credit application: ids in, one desk call, outcome code out. */
@Configuration(proxyBeanMethods = false)
class OriginationSteps {

    @Bean
    JavaDelegate screenApplication(ApplicationDesk applications, ApplicationStages stages, ScreeningDesk screenings, PolicyExceptionDesk exceptions) {
        return token -> {
            ApplicationView application = applications.find(Route.application(token)).orElseThrow();
            ApplicationId id = application.applicationId();
            if (screenings.screen(application.customerId(), id.value(), application.policyAsOf(), Route.SYSTEM).excluded()) {
                stages.excludedBeforeDocuments(id, Route.SYSTEM).orElseThrow();
                Route.leave(token, exceptions.mayBeAsked(id) ? Outcome.EXCEPTABLE : Outcome.KNOCKED_OUT);
            } else {
                Route.leave(token, Outcome.NOT_EXCLUDED);
            }
        };
    }

    @Bean
    JavaDelegate rateCustomer(ApplicationDesk applications, RatingDesk ratings, ExceptedRules excepted, PolicyExceptionDesk exceptions) {
        return token -> {
            ApplicationView application = applications.find(Route.application(token)).orElseThrow();
            RatingResult result = ratings.rate(new RateCustomer(application.customerId(), application.applicationId().value(),
                    token.getActivityInstanceId(), application.policyAsOf(),
                    application.assessment().orElseThrow().assessment(), knockOuts(excepted.of(application.applicationId()))), Route.SYSTEM);
            Route.leave(token, result instanceof RatingResult.Rated ? Outcome.RATED
                    : result instanceof RatingResult.FactsMissing ? Outcome.FACTS_MISSING
                    : exceptions.mayBeAsked(application.applicationId()) ? Outcome.EXCEPTABLE : Outcome.KNOCKED_OUT);
        };
    }

    private static Set<String> knockOuts(List<ExceptedRule> exceptions) {
        return exceptions.stream().filter(exception -> exception.policy().equals("knock-out")).map(ExceptedRule::rule).collect(Collectors.toSet());
    }

    @Bean
    JavaDelegate proposeLimit(UnderwritingDesk underwriting, PolicyExceptionDesk exceptions) {
        return token -> {
            CreditProposalView proposal = underwriting.propose(Route.application(token), Route.SYSTEM).orElseThrow();
            Route.leave(token, switch (proposal.outcome()) {
                case LIMIT_PROPOSED -> Outcome.PROPOSED;
                case NO_LIMIT -> exceptions.mayBeAsked(Route.application(token)) ? Outcome.EXCEPTABLE : Outcome.NO_LIMIT;
                case FACTS_MISSING -> Outcome.FACTS_MISSING;
            });
        };
    }

    @Bean
    JavaDelegate issueOffer(OfferDesk offers, ApplicationStages stages, MessageDesk messages) {
        return token -> {
            ApplicationId application = Route.application(token);
            OfferView offer = offers.issue(application, Route.SYSTEM).orElseThrow();
            stages.offered(application, Route.SYSTEM).orElseThrow();
            Date endOfValidity = Date.from(offer.validUntil().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant());
            token.getProcessInstance().setVariable(RouteVariables.OFFER_EXPIRES_AT, endOfValidity);
            messages.send(Route.applicant(token), offer.id() + "/issued", application.value(), "OFFER_ISSUED");
            Route.leave(token, Outcome.OFFERED);
        };
    }

    @Bean
    JavaDelegate expireOffer(OfferDesk offers) {
        return token -> {
            offers.of(Route.application(token)).stream().filter(OfferView::isOpen)
                    .forEach(offer -> offers.expire(offer.id(), Route.SYSTEM).orElseThrow());
            Route.leave(token, Outcome.OFFER_EXPIRED);
        };
    }

    @Bean
    JavaDelegate activateFacility(FacilityBook facilities, ApplicationStages stages, RatingDesk ratings, ReviewDesk reviews,
            SigningDesk signing, ConditionChecks checks, CovenantBook covenants, MessageDesk messages, BusinessClock clock) {
        return token -> {
            ApplicationId id = Route.application(token);
            facilities.activate(id, Route.SYSTEM).orElseThrow();
            ApplicationView application = stages.activated(id, Route.SYSTEM).orElseThrow();
            RatingView rating = ratings.latest(application.customerId()).orElseThrow();
            signing.current(id).ifPresent(agreement -> {
                checks.plan(agreement);
                covenants.enter(agreement);
            });
            reviews.scheduleFirst(application.customerId(), rating.grade(), clock.today());
            messages.send(Route.applicant(token), id + "/active", id.value(), "FACILITY_ACTIVE");
        };
    }

    @Bean
    JavaDelegate closeApplication(ClosingDesk closing) {
        return token -> closing.close(Route.application(token), Outcome.valueOf(Route.outcome(token)));
    }

    @Bean
    JavaDelegate closeWithdrawnApplication(ClosingDesk closing) {
        return token -> closing.closeWithdrawn(Route.application(token));
    }
}
