package io.shouxin.adjustment;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.CaseEntities;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests changes of limits (系统建议) when a rating got worse, a market turned (policy {@code limit-change-triggers}) or a covenant was not kept. It opens
 * a change with ready figures and leaves the rest to an officer. A suggestion that is still open takes the newer figures instead
 * of being opened twice; a change an officer has taken up is left alone.
 */
@Service
@Transactional
public class SuggestionDesk {

    /** Policy key. */
    static final String POLICY = "limit-change-triggers";
    /** Who suggests. */
    private static final PersonId SYSTEM = new PersonId("system");

    private final LimitChanges changes;
    private final CaseEntities cases;
    private final LimitTrees trees;
    private final CreditStandings standings;
    private final RatingDesk ratings;
    private final PolicyBook policies;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;
    private final ApplicationEventPublisher events;

    SuggestionDesk(LimitChanges changes, CaseEntities cases, LimitTrees trees, CreditStandings standings, RatingDesk ratings,
                   PolicyBook policies, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous, ApplicationEventPublisher events) {
        this.changes = changes;
        this.cases = cases;
        this.trees = trees;
        this.standings = standings;
        this.ratings = ratings;
        this.policies = policies;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
        this.events = events;
    }

    /** A customer was rated: if he fell as far as the policy names, and has a limit, a change is suggested. */
    public Optional<LimitChangeView> afterRating(RatingView rating) {
        List<RatingView> newest = ratings.newest(rating.customer(), 2);
        if (newest.size() < 2) {
            return Optional.empty();
        }
        int fell = -rating.grade().stepsAbove(newest.get(1).grade());
        Optional<LimitTree> tree = fell > 0 ? trees.of(rating.customer()) : Optional.empty();
        return tree.flatMap(accounts -> figures("RATING_CHANGE", fell, rating.grade().name(), accounts).map(figures -> open(new SuggestChange(
                rating.customer(), accounts.customer(), figures.kind(), figures.ceiling(), LimitChangeCause.RATING_CHANGE, rating.id().value(),
                BilingualText.asWritten("%s %s → %s".formatted(rating.id(), newest.get(1).grade(), rating.grade())), rating.grade().name(), figures.ruleCode()))));
    }

    /**
     * A policy exception ended and what the rule asks is not met: a change is suggested, if the customer has a limit and the policy of today
     * names the cause. Asked again for the same exception it suggests nothing new.
     *
     * @param exception number of the policy exception
     * @param rule      what is not met: key of the rule's name in the message bundles, so that every reader gets it in his language
     */
    public Optional<LimitChangeView> afterException(CustomerId customer, String exception, String rule) {
        boolean named = policies.inputs(POLICY, clock.today()).stream().anyMatch(input -> input.allowed().contains("POLICY_EXCEPTION"));
        return named ? trees.of(customer).flatMap(tree -> {
            String grade = standings.of(tree.customer().id(), tree).gradeCode();
            return figures("POLICY_EXCEPTION", 0, grade, tree).map(figures -> open(new SuggestChange(customer, tree.customer(), figures.kind(),
                    figures.ceiling(), LimitChangeCause.POLICY_EXCEPTION, exception, BilingualText.asWritten(rule), grade, figures.ruleCode())));
        }) : Optional.empty();
    }

    /** What a market that turned suggests for a customer; empty if the policy or his limits give no ground. */
    @Transactional(readOnly = true)
    Optional<SuggestedFigures> afterSignal(MarketDirection direction, CustomerId customer) {
        return trees.of(customer).flatMap(tree -> figures("MARKET_" + direction, 0, standings.of(tree.customer().id(), tree).gradeCode(), tree));
    }

    /** Opens what a market signal suggests. */
    Optional<LimitChangeView> open(MarketSignal signal, CustomerId customer) {
        return afterSignal(signal.direction(), customer).map(figures -> {
            LimitTree tree = trees.of(customer).orElseThrow();
            return open(new SuggestChange(customer, tree.customer(), figures.kind(), figures.ceiling(), LimitChangeCause.MARKET_SIGNAL,
                    signal.id().value(), BilingualText.asWritten(signal.text()), standings.of(tree.customer().id(), tree).gradeCode(), figures.ruleCode()));
        });
    }

    /**
     * Opens what the breach of a covenant or of a standing condition suggests for a facility; empty if the facility has nothing left to lower or
     * suspend.
     *
     * @param share     by which part to lower it; nothing for a suspension
     * @param reference number of the breach case
     * @param reason    what was not kept, in the bank's words in both languages
     * @param ruleCode  row of policy {@code covenant-breach}
     */
    public Optional<LimitChangeView> afterBreach(CustomerId customer, FacilityId facility, LimitChangeKind kind, BigDecimal share, String reference,
                                                 BilingualText reason, String ruleCode) {
        return trees.of(customer).flatMap(tree -> tree.find(LimitAccountId.of(facility)).flatMap(account ->
                SuggestedFigures.of(kind, share, ruleCode, tree, account).map(figures -> open(new SuggestChange(customer, account, figures.kind(),
                        figures.ceiling(), LimitChangeCause.BREACH, reference, reason, standings.of(account.id(), tree).gradeCode(), ruleCode)))));
    }

    /** The open change of this kind on the customer's account, if there is one. */
    Optional<LimitChange> openFor(CustomerId customer, LimitChangeKind kind) {
        return changes.findByOpenFor(LimitAccountId.of(customer).value() + "/" + kind);
    }

    private Optional<SuggestedFigures> figures(String cause, int notches, String grade, LimitTree tree) {
        List<MatchedRow> rows = policies.evaluate(POLICY, clock.today(), Map.of("cause", cause, "notches", BigDecimal.valueOf(notches),
                "grade", grade)).rows();
        return rows.isEmpty() ? Optional.empty() : SuggestedFigures.of(rows.get(0), tree);
    }

    private LimitChangeView open(SuggestChange suggested) {
        Optional<LimitChange> open = changes.findByOpenFor(suggested.account().id().value() + "/" + suggested.kind());
        if (open.isPresent()) {
            if (open.get().status() == LimitChangeStatus.SUGGESTED) {
                open.get().suggest(suggested, now());
            }
            audit.record(open.get().id().value(), "LIMIT_CHANGE_SUGGESTED_AGAIN", SYSTEM, suggested.cause() + " " + suggested.reference());
            return open.get().view();
        }
        LimitChange change = simultaneous.write(() -> changes.saveAndFlush(new LimitChange(new LimitChangeId(numbers.next("LC")), suggested,
                SYSTEM, now())), () -> null);
        cases.belongs(change.id().value(), suggested.customer(), cases.forCaseAbout(suggested.customer(), Optional.empty()));
        audit.record(change.id().value(), "LIMIT_CHANGE_SUGGESTED", SYSTEM, "%s %s %s -> %s".formatted(suggested.cause(), suggested.reference(),
                suggested.kind(), suggested.ceiling().map(Object::toString).orElse("-")));
        events.publishEvent(new LimitChangeSuggested(change.view()));
        return change.view();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
