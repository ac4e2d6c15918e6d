package io.shouxin.policyexception;

import io.shouxin.document.ChecklistItem;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.ItemState;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScreeningDesk;
import io.shouxin.rating.StandingKnockOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the rules that stand in the way of a case as it is now (未达标规则): documents while they are collected; knock-out rules on the facts on
 * file, terms and, once there is a proposal, what it was worked out by while it is assessed. What is not known is not called broken.
 */
@Component
class BrokenRules {

    static final String KNOCK_OUT = "knock-out";
    static final String CHECKLIST = "document-checklist";

    private final DocumentDesk documents;
    private final RatingDesk ratings;
    private final ScreeningDesk screenings;
    private final UnderwritingDesk underwriting;
    private final ExceptableRules exceptions;
    private final TermRules terms;
    private final LimitRules limits;

    BrokenRules(DocumentDesk documents, RatingDesk ratings, ScreeningDesk screenings, UnderwritingDesk underwriting, ExceptableRules exceptions, TermRules terms,
                LimitRules limits) {
        this.documents = documents;
        this.ratings = ratings;
        this.screenings = screenings;
        this.underwriting = underwriting;
        this.exceptions = exceptions;
        this.terms = terms;
        this.limits = limits;
    }

    /** Also those an exception is open for. */
    List<BrokenRule> of(ApplicationView application) {
        return switch (application.status()) {
            case COLLECTING_DOCUMENTS -> papers(application);
            case IN_ASSESSMENT -> assessed(application);
            default -> List.of();
        };
    }

    private List<BrokenRule> assessed(ApplicationView application) {
        Optional<RatingView> rating = rating(application);
        List<BrokenRule> found = new ArrayList<>(papers(application));
        found.addAll(knockOuts(application));
        found.addAll(terms.of(application, rating));
        Optional<CreditProposalView> proposal = underwriting.latest(application.applicationId());
        proposal.ifPresent(standing -> rating.ifPresent(rated -> found.addAll(limits.of(application, standing, rated))));
        return found;
    }

    List<BrokenRule> knockOuts(ApplicationView application) {
        return standing(application).stream().map(held -> knockOut(application, held)).toList();
    }

    /** Before the first assessment the complete file has not been judged yet: a rule holds only on what the first screening would count. */
    private List<StandingKnockOut> standing(ApplicationView application) {
        return application.assessment().isEmpty() ? screenings.standing(application.customerId(), application.policyAsOf())
                : ratings.standingKnockOuts(application.customerId(), application.policyAsOf());
    }

    /** The newest rating of this very application. */
    Optional<RatingView> rating(ApplicationView application) {
        return ratings.of(application.customerId()).stream().filter(rating -> rating.subject().equals(application.applicationId().value())).findFirst();
    }

    private BrokenRule knockOut(ApplicationView application, StandingKnockOut held) {
        return new BrokenRule(KNOCK_OUT, held.version(), held.reasonCode(), held.row(), 0, RuleUnit.NONE, null, held.reasonCode(),
                held.fact().isEmpty() ? "–" : held.fact() + "=" + held.value(), true,
                exceptions.of(KNOCK_OUT, held.reasonCode(), application.policyAsOf()));
    }

    private List<BrokenRule> papers(ApplicationView application) {
        return documents.checklist(application.applicationId().value()).stream().flatMap(list -> list.items().stream()
                .filter(BrokenRules::lacking).map(item -> new BrokenRule(CHECKLIST, list.policyVersion(), item.kind(), item.demand(), 0, RuleUnit.NONE,
                        null, item.kind(), item.state().name(), item.laterUntil() == null,
                        exceptions.of(CHECKLIST, item.kind(), application.policyAsOf())))).toList();
    }

    private static boolean lacking(ChecklistItem item) {
        return item.required() && (item.state() == ItemState.MISSING || item.state() == ItemState.REJECTED);
    }

    /** Whether what the rule asks is met now, as far as that can be told: a paper was brought, a knock-out rule no longer holds. */
    boolean isMet(ApplicationView application, BrokenRule rule) {
        return switch (rule.policy()) {
            case CHECKLIST -> documents.checklist(application.applicationId().value()).stream().flatMap(list -> list.items().stream())
                    .anyMatch(item -> item.kind().equals(rule.rule()) && item.state() == ItemState.ACCEPTED);
            case KNOCK_OUT -> standing(application).stream()
                    .noneMatch(held -> held.reasonCode().equals(rule.rule()));
            default -> false;
        };
    }

    /** Whether the newest rating of this application says that a knock-out rule excludes the customer. */
    boolean isKnockedOut(ApplicationView application) {
        return rating(application).filter(RatingView::knockedOut).isPresent();
    }

    /**
     * The rules that end a case: those of the rating that knocked it out, or those that left no limit. Empty if it has not come to that, or if
     * what ended it is no rule that could be set aside.
     */
    List<BrokenRule> thatEnd(ApplicationView application) {
        if (application.status() != ApplicationStatus.IN_ASSESSMENT) {
            return List.of();
        }
        if (isKnockedOut(application)) {
            return knockOuts(application);
        }
        return underwriting.latest(application.applicationId()).flatMap(proposal -> rating(application).map(rated -> Stream.concat(
                        limits.of(application, proposal, rated).stream(), terms.of(application, Optional.of(rated)).stream())
                .filter(rule -> LimitRules.binds(rule, proposal)).toList())).orElse(List.of());
    }
}
