package io.shouxin.monitoring;

import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.SuggestionDesk;
import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.FacilityView;
import io.shouxin.identity.CaseEntities;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.CovenantText;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.rating.RatingDesk;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that makes a case of a breach (违约处理): by policy {@code covenant-breach} it proposes to suspend or lower the facility's limit, or to review
 * the customer early, and leaves the decision to an officer and the approval. A facility has one open case; a further breach joins it.
 */
@Service
@Transactional
public class BreachDesk {

    /** Policy key. */
    public static final String POLICY = "covenant-breach";
    private static final PersonId SYSTEM = new PersonId("system");
    private static final int LONGEST_REASON = 1000;

    private final BreachRows rows;
    private final CovenantRows tests;
    private final CovenantBook book;
    private final ReliefDesk reliefs;
    private final SuggestionDesk suggestions;
    private final RatingDesk ratings;
    private final PolicyBook policies;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;
    private final Wording wording;
    private final ApplicationEventPublisher events;

    BreachDesk(BreachRows rows, CovenantRows tests, CovenantBook book, ReliefDesk reliefs, SuggestionDesk suggestions, RatingDesk ratings, PolicyBook policies,
               CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous, Wording wording, ApplicationEventPublisher events) {
        this.rows = rows;
        this.tests = tests;
        this.book = book;
        this.reliefs = reliefs;
        this.suggestions = suggestions;
        this.ratings = ratings;
        this.policies = policies;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
        this.wording = wording;
        this.events = events;
    }

    /**
     * A covenant was not kept when its grace was over. Asked again, it answers with the cases of before.
     *
     * @return empty when the policy proposes to waive the test, and an officer has to answer that first
     */
    public Optional<List<BreachCaseView>> covenantBreached(String test) {
        CovenantTestView breached = tests.testForChange(test).orElseThrow();
        if (!breached.status().isBreach()) {
            throw new IllegalStateException(test + " is " + breached.status());
        }
        boolean testable = breached.status() == CovenantTestStatus.BREACHED;
        String kind = testable ? breached.terms().kind().name() : "INFORMATIONAL";
        BigDecimal missedBy = !testable || breached.target() == null ? null : missedBy(breached);
        int times = Math.max(1, tests.breaches(breached.covenant().id(), aYearAgo()));
        BilingualText reason = BilingualText.of(language -> reason(breached, language)).atMost(LONGEST_REASON);
        Found found = new Found(breached.id(), kind, breached.terms().code(), missedBy, times, reason);
        PolicyDecision decision = ask(found, breached.covenant().customer());
        if (proposal(decision) == BreachProposal.WAIVE && reliefs.propose(breached, reason)) {
            return Optional.empty();
        }
        return Optional.of(open(found, decision, book.live(breached.covenant().application(), breached.covenant().facilities())));
    }

    /** A standing condition is no longer met. */
    public List<BreachCaseView> conditionBroken(ConditionCheckView check) {
        int times = 1 + rows.noted(check.application(), check.condition(), aYearAgo(), check.id());
        BilingualText reason = BilingualText.of(language -> wording.of(check.remark() == null ? "breachReason.CONDITION" : "breachReason.CONDITION_REMARKED", language,
                words("condition", ConditionPrecedent.label(check.condition(), wording, language), "remark", check.remark() == null ? "" : check.remark()))).atMost(LONGEST_REASON);
        Found found = new Found(check.id(), "CONDITION", check.condition(), null, times, reason);
        return open(found, ask(found, check.customer()), book.live(check.application(), List.of()));
    }

    private static BigDecimal missedBy(CovenantTestView test) {
        BigDecimal derived = test.figures().flatMap(TestFigures::value).orElseThrow();
        BigDecimal worse = test.reported() == null ? derived : test.terms().bound().isFloor() ? derived.min(test.reported()) : derived.max(test.reported());
        return test.terms().bound().missedBy(worse, test.target());
    }

    private String reason(CovenantTestView test, Locale language) {
        String told = told(test, language);
        return wording.of(told.isEmpty() ? "breachReason.COVENANT" : "breachReason.COVENANT_TOLD", language, words("asked",
                CovenantText.asked(test.terms(), wording, language), "end", test.periodEnd().toString(), "told", told, "test", test.id()));
    }

    private String told(CovenantTestView test, Locale language) {
        if (test.status() == CovenantTestStatus.NOT_TESTABLE) {
            return wording.of("undefined." + test.figures().map(TestFigures::undefined).orElse("NOT_LOOKED_AT"), language);
        }
        if (test.target() == null) {
            return test.remark() == null ? "" : test.remark();
        }
        String derived = CovenantText.figure(test.figures().flatMap(TestFigures::value).orElseThrow(), test.terms().unit(), language);
        return test.reported() == null ? wording.of("breachReason.DERIVED", language, words("derived", derived))
                : wording.of("breachReason.DERIVED_AND_REPORTED", language, words("derived", derived, "reported", CovenantText.figure(test.reported(), test.terms().unit(), language)));
    }

    /** Names and values by turns; one after the other they fill the sentence. */
    private static Map<String, String> words(String... named) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            values.put(named[i], named[i + 1]);
        }
        return values;
    }

    private PolicyDecision ask(Found found, CustomerId customer) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", found.kind());
        inputs.put("grade", grade(customer));
        inputs.put("missedBy", found.missedBy());
        inputs.put("times", BigDecimal.valueOf(found.times()));
        return policies.decide(POLICY, clock.today(), inputs, found.source());
    }

    private String grade(CustomerId customer) {
        return ratings.latest(customer).map(rating -> rating.grade().name()).orElse("UNKNOWN");
    }

    private static BreachProposal proposal(PolicyDecision decision) {
        return BreachProposal.valueOf(decision.only().text("proposal"));
    }

    private List<BreachCaseView> open(Found found, PolicyDecision decision, List<FacilityView> facilities) {
        MatchedRow row = decision.only();
        // What can't be waived, or was not, is looked at.
        BreachProposal proposal = proposal(decision) == BreachProposal.WAIVE ? BreachProposal.REVIEW : proposal(decision);
        BreachCaseView.Cause cause = new BreachCaseView.Cause(found.source(), found.kind(), found.code(), found.missedBy(), found.times(), proposal, row.text("reasonCode"),
                found.reason(), clock.instant());
        return facilities.stream().map(facility -> rows.causedBy(facility.id(), found.source()).or(() -> rows.openOf(facility.id()).map(open -> join(open, cause, row.number("share"))))
                .orElseGet(() -> open(facility, cause, row.number("share"), decision.version()))).toList();
    }

    private BreachCaseView open(FacilityView facility, BreachCaseView.Cause cause, BigDecimal share, String version) {
        BreachCaseView opened = new BreachCaseView(numbers.next("BC"), facility.id(), facility.application(), facility.customer(), true, cause.proposal(), share,
                grade(facility.customer()), cause.ruleCode(), version, null, clock.instant(), null, null, List.of());
        simultaneous.write(() -> {
            rows.insert(opened, facility.entity());
            return opened;
        }, () -> rows.openOf(facility.id()).map(other -> Refusal.of("BREACH_CASE_OPEN").with("case", other.id())).orElse(null));
        rows.insert(opened.id(), cause);
        cases.belongs(opened.id(), facility.customer(), facility.entity());
        audit.record(facility.application().value(), "BREACH_CASE_OPENED", SYSTEM, "%s %s %s %s %s".formatted(opened.id(), facility.id(), cause.source(), cause.proposal(), cause.ruleCode()));
        Optional<LimitChangeView> change = cause.proposal().changesLimit() ? suggestions.afterBreach(facility.customer(), facility.id(),
                LimitChangeKind.valueOf(cause.proposal().name()), share, opened.id(), cause.reason(), cause.ruleCode()) : Optional.empty();
        if (change.isPresent()) {
            rows.refer(opened.id(), BreachProposal.valueOf(change.get().kind().name()), change.get().id().value());
        } else {
            // Nothing is left to lower or suspend: the customer is looked at all the same.
            BreachProposal review = cause.proposal().changesLimit() ? BreachProposal.REVIEW : cause.proposal();
            rows.refer(opened.id(), review, null);
            events.publishEvent(new EarlyReviewAsked(rows.find(opened.id()).orElseThrow()));
        }
        return rows.find(opened.id()).orElseThrow();
    }

    private BreachCaseView join(BreachCaseView open, BreachCaseView.Cause cause, BigDecimal share) {
        rows.insert(open.id(), cause);
        boolean heavier = cause.proposal().compareTo(open.proposal()) > 0;
        if (heavier) {
            rows.heavier(open.id(), cause, share);
        }
        audit.record(open.application().value(), "BREACH_JOINED_CASE", SYSTEM, "%s %s %s%s".formatted(open.id(), cause.source(), cause.proposal(),
                heavier ? " heavier than " + open.proposal() + " of " + open.reference() : ""));
        BreachCaseView joined = rows.find(open.id()).orElseThrow();
        if (heavier) {
            events.publishEvent(new BreachGrewHeavier(joined, open.proposal()));
        }
        return joined;
    }

    /** The review that looks at the breach. */
    public void reviewedBy(String breachCase, String review) {
        BreachCaseView open = rows.find(breachCase).orElseThrow();
        rows.refer(breachCase, open.proposal(), review);
        audit.record(open.application().value(), "BREACH_REVIEW_OPENED", SYSTEM, breachCase + " " + review);
    }

    /**
     * What was opened because of a breach is decided: its cases are settled. Nothing happens when there are none.
     *
     * @param reference number of the change of the limit or of the review
     * @param outcome   its last state
     */
    public void settled(String reference, String outcome) {
        for (BreachCaseView open : rows.openOfReference(reference)) {
            rows.settle(open.id(), outcome, Instants.of(clock.instant()));
            audit.record(open.application().value(), "BREACH_CASE_SETTLED", SYSTEM, open.id() + " " + reference + " " + outcome);
        }
    }

    @Transactional(readOnly = true)
    public Optional<BreachCaseView> find(String id) {
        return rows.find(id);
    }

    /** A customer's, newest first. */
    @Transactional(readOnly = true)
    public List<BreachCaseView> of(CustomerId customer) {
        return rows.of(customer);
    }

    /** A page of what is looked for, newest first. @param page from 0 @param size 1 to 200 */
    @Transactional(readOnly = true)
    public List<BreachCaseView> found(BreachSearch search, int page, int size) {
        return rows.found(search, page, size);
    }

    /** How many there are, counted no further than so many. */
    @Transactional(readOnly = true)
    public int count(BreachSearch search, int most) {
        return rows.count(search, most);
    }

    private Timestamp aYearAgo() {
        return Instants.of(clock.today().minusMonths(12).atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    /** What was not kept. */
    private record Found(String source, String kind, String code, BigDecimal missedBy, int times, BilingualText reason) {
    }
}
