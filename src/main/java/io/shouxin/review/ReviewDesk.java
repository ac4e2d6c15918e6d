package io.shouxin.review;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.identity.Access;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingResult;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that looks at customers again in the cycle of their grade (复评): collects fresh statements, rates anew, proposes
 * what becomes of the limit, and brings the approved conclusion into the ledger.
 */
@Service
@Transactional
public class ReviewDesk {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final Set<Role> MAY_START = Set.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.CREDIT_MANAGER,
            Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);

    private final CreditReviews reviews;
    private final ReviewDates calendar;
    private final CustomerRegister register;
    private final FinancialStatements statements;
    private final CreditReports reports;
    private final RatingDesk ratings;
    private final PolicyExceptionDesk exceptions;
    private final LimitLedger ledger;
    private final LimitAdjustment adjustment;
    private final ExchangeRates rates;
    private final PolicyBook policies;
    private final People people;
    private final CaseEntities cases;
    private final Access access;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    ReviewDesk(CreditReviews reviews, ReviewDates calendar, CustomerRegister register, FinancialStatements statements,
               CreditReports reports, RatingDesk ratings, PolicyExceptionDesk exceptions, LimitLedger ledger, LimitAdjustment adjustment, ExchangeRates rates,
               PolicyBook policies, People people, CaseEntities cases, Access access, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.reviews = reviews;
        this.calendar = calendar;
        this.register = register;
        this.statements = statements;
        this.reports = reports;
        this.ratings = ratings;
        this.exceptions = exceptions;
        this.ledger = ledger;
        this.adjustment = adjustment;
        this.rates = rates;
        this.policies = policies;
        this.people = people;
        this.cases = cases;
        this.access = access;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /** Enters the customer in the review calendar, or starts his cycle anew, by the cycle of the grade. */
    public ReviewCalendarEntry scheduleFirst(CustomerId customer, Grade grade, LocalDate activatedOn) {
        return schedule(customer, grade, activatedOn);
    }

    private ReviewCalendarEntry schedule(CustomerId customer, Grade grade, LocalDate from) {
        int months = ratings.terms(register.find(customer).orElseThrow(), grade, from).reviewCycleMonths();
        ReviewDate date = calendar.findById(customer.value()).orElse(null);
        if (date == null) {
            return calendar.save(new ReviewDate(customer, grade.name(), months, from)).entry();
        }
        date.restart(grade.name(), months, from);
        return date.entry();
    }

    /** Customers due on that day or before and not under review, longest overdue first. */
    @Transactional(readOnly = true)
    public List<ReviewCalendarEntry> dueOn(LocalDate day) {
        return calendar.dueOn(day).stream().map(ReviewDate::entry).toList();
    }

    /** Opens a review of a customer who has a limit and is not under review; of two at once the second is refused by throwing. */
    public Outcome<ReviewView> open(CustomerId customer, ReviewTrigger trigger, PersonId actor) {
        boolean mayStart = actor.equals(SYSTEM)
                || people.find(actor).filter(person -> person.roles().stream().anyMatch(MAY_START::contains)).isPresent();
        if (!mayStart) {
            return Outcome.refused(Refusal.of("MAY_NOT_REVIEW"));
        }
        if (register.find(customer).isEmpty() || people.find(actor).filter(person -> !access.mayRead(person, customer)).isPresent()) {
            return Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").at("customerId").with("customerId", customer));
        }
        Optional<Refusal> underReview = underReview(customer);
        if (underReview.isPresent()) {
            return Outcome.refused(underReview.get());
        }
        Optional<Money> ceiling = ledger.account(LimitAccountId.of(customer)).flatMap(LimitAccountView::ceiling);
        if (ceiling.isEmpty()) {
            return Outcome.refused(Refusal.of("NOTHING_TO_REVIEW").at("customerId").with("customerId", customer));
        }
        Optional<RatingId> before = ratings.latest(customer).map(RatingView::id);
        EntityCode entity = cases.forCaseAbout(customer, people.find(actor));
        CreditReview review = simultaneous.write(() -> reviews.saveAndFlush(new CreditReview(new ReviewId(numbers.next("RV")), customer, entity,
                trigger, ceiling.get(), before, actor, clock.today())), () -> underReview(customer).orElse(null));
        cases.belongs(review.id().value(), customer, entity);
        audit.record(review.id().value(), "REVIEW_OPENED", actor, customer + " " + trigger);
        return Outcome.done(view(review));
    }

    private Optional<Refusal> underReview(CustomerId customer) {
        return reviews.findByOpenFor(customer.value()).map(open -> Refusal.of("REVIEW_ALREADY_OPEN").at("customerId")
                .with("customerId", customer).with("reviewId", open.id()));
    }

    /** Fresh statements are on file; refused while nothing was recorded since the last rating on statements. */
    public Outcome<ReviewView> statementsFresh(ReviewId id, PersonId actor) {
        return act(id, Set.of(ReviewStatus.COLLECTING), review -> {
            if (lacksNewerStatements(review)) {
                return Outcome.refused(Refusal.of("STATEMENTS_NOT_FRESH"));
            }
            review.statementsAreFresh();
            audit.record(id.value(), "STATEMENTS_SUPPLIED", actor, "");
            return Outcome.done(view(review));
        });
    }

    /**
     * The customer has nothing newer than the last rating and says why; the review goes on with what is on file. What the
     * rating itself asks of the age of statements stays as it is.
     *
     * @return the review, or {@code NO_STATEMENTS_NEEDS_REASON, TEXT_TOO_LONG, STATEMENTS_EXPECTED_IN_PAST}, together, or
     *         {@code NEWER_STATEMENTS_ON_FILE}
     */
    public Outcome<ReviewView> withoutNewerStatements(ReviewId id, NoNewerStatements declared, PersonId actor) {
        return act(id, Set.of(ReviewStatus.COLLECTING), review -> {
            if (!lacksNewerStatements(review)) {
                return Outcome.refused(Refusal.of("NEWER_STATEMENTS_ON_FILE"));
            }
            List<Refusal> refusals = declared.refusals(clock.today());
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            review.noNewerStatements(declared);
            audit.record(id.value(), "NO_NEWER_STATEMENTS_DECLARED", actor,
                    declared.expectedOn() == null ? "" : "expected on " + declared.expectedOn());
            return Outcome.done(view(review));
        });
    }

    private boolean lacksNewerStatements(CreditReview review) {
        return review.ratingBefore().flatMap(ratings::find).filter(rating -> rating.basis() == RatingBasis.STATEMENTS)
                .map(ratings::factsSeenAt)
                .filter(seen -> statements.of(review.customerId()).stream().noneMatch(statement -> statement.recordedAt().isAfter(seen)))
                .isPresent();
    }

    /**
     * Rates the customer anew for this review; when facts are missing they are named and the review stays where it was. A knock-out rule that a
     * policy exception in force sets aside is not applied; when the exception is over, it counts again. Of a limit in a foreign currency without a
     * rate, which nobody could decide on, {@code EXCHANGE_RATE_MISSING}.
     */
    public Outcome<RatingResult> rerate(ReviewId id, Assessment assessment, PersonId actor) {
        if (people.find(actor).filter(person -> person.is(Role.ANALYST)).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_AN_ANALYST"));
        }
        List<Refusal> unsound = assessment == null ? List.of() : assessment.refusals("assessment", clock.today());
        if (!unsound.isEmpty()) {
            return Outcome.refused(unsound);
        }
        return act(id, Set.of(ReviewStatus.COLLECTING, ReviewStatus.RERATED, ReviewStatus.PROPOSED), review -> {
            if (unitsPerYuan(review).isEmpty()) {
                return Outcome.refused(noRate(review));
            }
            Map<String, String> excepted = exceptedRules(review.customerId());
            RatingResult result = ratings.rate(new RateCustomer(review.customerId(), id.value(), review.nextAttempt(), clock.today(), assessment,
                    excepted.keySet()), actor);
            Optional<RatingId> given = ratingOf(result);
            given.ifPresent(rating -> {
                review.rerated(rating, actor);
                List<String> setAside = ratings.find(rating).orElseThrow().evidence().excepted();
                audit.record(id.value(), "CUSTOMER_RERATED", actor, rating.value() + setAside.stream().map(rule -> ", " + rule + " excepted by " + excepted.get(rule))
                        .collect(Collectors.joining()));
            });
            return Outcome.done(result);
        });
    }

    /** Knock-out rules set aside today, with the number of the exception. */
    private Map<String, String> exceptedRules(CustomerId customer) {
        return exceptions.inForce(customer).stream().filter(exception -> exception.rule().policy().equals(RatingDesk.KNOCK_OUT))
                .collect(Collectors.toMap(exception -> exception.rule().rule(), exception -> exception.id().value(), (newer, older) -> newer));
    }

    private static Optional<RatingId> ratingOf(RatingResult result) {
        if (result instanceof RatingResult.Rated rated) {
            return Optional.of(rated.rating().id());
        }
        return result instanceof RatingResult.KnockedOut knockedOut ? Optional.of(knockedOut.rating()) : Optional.empty();
    }

    /**
     * Proposes what becomes of the limit, by policy {@code review-conclusion}; proposing again from the same rating changes nothing. A limit in
     * a foreign currency without a rate is refused as {@code EXCHANGE_RATE_MISSING}.
     */
    public Outcome<ReviewView> propose(ReviewId id, PersonId actor) {
        return act(id, Set.of(ReviewStatus.COLLECTING, ReviewStatus.RERATED, ReviewStatus.PROPOSED), review -> {
            Optional<RatingView> after = review.ratingAfter().flatMap(ratings::find);
            if (after.isEmpty()) {
                return Outcome.refused(Refusal.of("REVIEW_NOT_RATED").with("reviewId", id));
            }
            if (review.status() != ReviewStatus.PROPOSED) {
                Optional<BigDecimal> unitsPerYuan = unitsPerYuan(review);
                if (unitsPerYuan.isEmpty()) {
                    return Outcome.refused(noRate(review));
                }
                Conclusion conclusion = conclude(review, after.get(), unitsPerYuan.get());
                review.proposed(conclusion);
                audit.record(id.value(), "CONCLUSION_PROPOSED", actor, conclusion.conclusion() + " " + conclusion.reasonCode() + " " + conclusion.limit());
            }
            return Outcome.done(view(review));
        });
    }

    private Optional<BigDecimal> unitsPerYuan(CreditReview review) {
        return rates.between(Money.CNY.getCurrencyCode(), review.limitBefore().currency().getCurrencyCode(), clock.today());
    }

    private Refusal noRate(CreditReview review) {
        return ExchangeRates.missing(review.limitBefore().currency(), clock.today());
    }

    /** @param unitsPerYuan of the limit's currency: the cap is a sum in yuan, the step a round number in any currency */
    private Conclusion conclude(CreditReview review, RatingView after, BigDecimal unitsPerYuan) {
        LocalDate today = clock.today();
        RatingView before = review.ratingBefore().flatMap(ratings::find).orElse(after);
        int pastDueDays = reports.latest(review.customerId()).map(CreditReport::currentOverdueDays).orElse(-1);
        MatchedRow row = policies.decide("review-conclusion", today, Map.of("gradeBefore", before.grade().name(),
                "gradeAfter", after.grade().name(), "pastDueDays", BigDecimal.valueOf(pastDueDays)), review.id().value()).only();
        CustomerView customer = register.find(review.customerId()).orElseThrow();
        MatchedRow parameters = policies.evaluate("limit-parameters", today, Map.of(
                "customerKind", customer.kind().name(),
                "smallFirm", after.basis() == RatingBasis.INVOICES)).only();
        Currency currency = review.limitBefore().currency();
        return Conclusion.of(ReviewConclusion.valueOf(row.text("conclusion")), row.text("reasonCode"), review.limitBefore(), before, after,
                ratings.terms(customer, before.grade(), today).limitFactor(), ratings.terms(customer, after.grade(), today).limitFactor(),
                Money.of(parameters.number("stepAmount"), currency),
                Money.rounded(parameters.number("cap").multiply(unitsPerYuan), currency, RoundingMode.DOWN));
    }

    /** The conclusion was approved: brings it into the ledger and starts the next cycle. Repeatable. */
    public Outcome<ReviewView> apply(ReviewId id, PersonId actor) {
        return act(id, Set.of(ReviewStatus.PROPOSED, ReviewStatus.APPLIED), review -> {
            if (review.status() == ReviewStatus.PROPOSED) {
                adjustment.apply(id, review.customerId(), review.conclusion().orElseThrow(), review.limitProposed().orElseThrow(), actor);
                end(review, ReviewStatus.APPLIED, null, actor);
            }
            return Outcome.done(view(review));
        });
    }

    /** The conclusion was declined: the limit stays and the next cycle starts. Repeatable. */
    public Outcome<ReviewView> reject(ReviewId id, String reasonCode, PersonId actor) {
        return act(id, Set.of(ReviewStatus.PROPOSED, ReviewStatus.REJECTED), review -> {
            if (review.status() == ReviewStatus.PROPOSED) {
                end(review, ReviewStatus.REJECTED, reasonCode, actor);
            }
            return Outcome.done(view(review));
        });
    }

    /** Ends a review without a conclusion; the customer stays due in the calendar. Repeatable. */
    public Outcome<ReviewView> close(ReviewId id, String reasonCode, PersonId actor) {
        return act(id, Set.of(ReviewStatus.COLLECTING, ReviewStatus.RERATED, ReviewStatus.PROPOSED, ReviewStatus.CLOSED), review -> {
            if (review.status() != ReviewStatus.CLOSED) {
                review.end(ReviewStatus.CLOSED, reasonCode, clock.instant());
                audit.record(id.value(), "REVIEW_CLOSED", actor, reasonCode);
            }
            return Outcome.done(view(review));
        });
    }

    private void end(CreditReview review, ReviewStatus finalStatus, String reasonCode, PersonId actor) {
        review.end(finalStatus, reasonCode, clock.instant());
        review.ratingAfter().flatMap(ratings::find).ifPresent(rating -> schedule(review.customerId(), rating.grade(), clock.today()));
        audit.record(review.id().value(), "REVIEW_" + finalStatus, actor, reasonCode);
    }

    @Transactional(readOnly = true)
    public Optional<ReviewView> find(ReviewId id) {
        return reviews.findById(id.value()).map(this::view);
    }

    /** The customer's reviews, newest first. */
    @Transactional(readOnly = true)
    public List<ReviewView> of(CustomerId customer) {
        return reviews.findByCustomerIdOrderByOpenedOnDescReviewIdDesc(customer.value()).stream().map(this::view).toList();
    }

    /** All reviews, newest first, without deltas. @param page from 0 @param size 1 to 200 */
    @Transactional(readOnly = true)
    public List<ReviewView> list(int page, int size) {
        return reviews.findAllByOrderByOpenedOnDescReviewIdDesc(PageRequest.of(Math.max(page, 0), Math.max(1, Math.min(size, 200))))
                .stream().map(review -> review.view(Optional.empty(), Optional.empty())).toList();
    }

    /** The same, of these granting entities only. */
    @Transactional(readOnly = true)
    public List<ReviewView> list(Set<EntityCode> entities, int page, int size) {
        return reviews.findByEntityCodeInOrderByOpenedOnDescReviewIdDesc(entities.stream().map(EntityCode::value).toList(),
                        PageRequest.of(Math.max(page, 0), Math.max(1, Math.min(size, 200))))
                .stream().map(review -> review.view(Optional.empty(), Optional.empty())).toList();
    }

    private <T> Outcome<T> act(ReviewId id, Set<ReviewStatus> stages, Function<CreditReview, Outcome<T>> act) {
        Optional<CreditReview> review = reviews.findById(id.value());
        if (review.isEmpty()) {
            return Outcome.refused(Refusal.of("REVIEW_UNKNOWN").with("reviewId", id));
        }
        if (!stages.contains(review.get().status())) {
            return Outcome.refused(Refusal.of("REVIEW_NOT_AT_THIS_STAGE").with("reviewId", id).with("status", review.get().status()));
        }
        return act.apply(review.get());
    }

    private ReviewView view(CreditReview review) {
        Optional<RatingView> after = review.ratingAfter().flatMap(ratings::find);
        Optional<RatingView> before = after.isEmpty() ? Optional.empty() : review.ratingBefore().flatMap(ratings::find);
        Optional<ReviewDelta> delta = after.map(now -> ReviewDelta.between(before.orElse(now), now));
        return review.view(delta, calendar.findById(review.customerId().value()).map(ReviewDate::nextDue));
    }
}
