package io.shouxin.adjustment;

import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitAccountView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for temporary exceptions (临时额度): room above a ceiling until a day, within policy {@code exception-rules}, approved like
 * any credit, ended by itself. At its end the ledger takes back what is free; the rest is reported and asked for every night.
 */
@Service
@Transactional
public class ExceptionDesk {

    /** Source of the ledger commands. */
    static final String LEDGER_SOURCE = "temporary-exception";
    /** What it is in the approval desk's terms. */
    static final String SUBJECT = "temporary-exception";

    private static final Set<Role> MAY_END = Set.of(Role.ANALYST, Role.RELATIONSHIP_MANAGER, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER,
            Role.RISK_DIRECTOR);
    private static final int LONGEST_END_REASON = 500;

    private final TemporaryExceptions exceptions;
    private final ChangeWeighing accounts;
    private final ExceptionWeighing weighing;
    private final YuanRates rates;
    private final TierAtTheRate tiers;
    private final LimitLedger ledger;
    private final People people;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;
    private final ApplicationEventPublisher events;

    ExceptionDesk(TemporaryExceptions exceptions, ChangeWeighing accounts, ExceptionWeighing weighing, YuanRates rates, TierAtTheRate tiers,
                  LimitLedger ledger, People people, CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit,
                  Simultaneous simultaneous, ApplicationEventPublisher events) {
        this.exceptions = exceptions;
        this.accounts = accounts;
        this.weighing = weighing;
        this.rates = rates;
        this.tiers = tiers;
        this.ledger = ledger;
        this.people = people;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
        this.events = events;
    }

    /** Asks for room; refused with {@code MAY_NOT_ASK_EXCEPTION}, what is missing, {@code EXCEPTION_ALREADY_OPEN}, or what speaks against it. */
    public Outcome<TemporaryExceptionView> request(RequestException asked, PersonId officer) {
        return permitted(asked, officer).then(granted -> {
            Optional<Refusal> open = open(asked);
            if (open.isPresent()) {
                return Outcome.refused(open.get());
            }
            TemporaryException exception = simultaneous.write(() -> exceptions.saveAndFlush(new TemporaryException(
                    new ExceptionId(numbers.next("TE")), granted, officer, now())), () -> open(asked).orElse(null));
            cases.belongs(exception.view().id().value(), asked.customer(), cases.forCaseAbout(asked.customer(), people.find(officer)));
            record(exception, "EXCEPTION_REQUESTED", officer, "");
            return Outcome.done(exception.view());
        });
    }

    /** Asks again after it was returned; only who asked first may, and for the same account. */
    public Outcome<TemporaryExceptionView> amend(ExceptionId id, RequestException asked, PersonId officer) {
        return act(id, EnumSet.of(ExceptionStatus.PROPOSED, ExceptionStatus.RETURNED), exception -> {
            if (!exception.requestedBy(officer)) {
                return Outcome.refused(Refusal.of("MAY_NOT_ASK_EXCEPTION"));
            }
            if (!exception.customerId().equals(asked.customer()) || !exception.accountId().equals(asked.account())) {
                return Outcome.refused(Refusal.of("LIMIT_CHANGE_OTHER_ACCOUNT").at("account").with("account", exception.accountId().number()));
            }
            return permitted(asked, officer).then(granted -> {
                exception.ask(granted, officer, now());
                record(exception, "EXCEPTION_AMENDED", officer, "");
                return Outcome.done(exception.view());
            });
        });
    }

    /** Those with the authority have agreed: the room is given, if it still fits; else it is returned and nothing is changed. Repeatable. */
    public Outcome<TemporaryExceptionView> allow(ExceptionId id, PersonId actor) {
        return act(id, EnumSet.of(ExceptionStatus.PROPOSED, ExceptionStatus.RETURNED, ExceptionStatus.IN_FORCE), exception -> {
            if (exception.status() == ExceptionStatus.PROPOSED && stillFits(exception, actor)) {
                ledger.allowTemporarily(exception.accountId(), exception.extra(), exception.until(), key(exception, "allow"), clock.today(), actor)
                        .orElseThrow();
                exception.comesIntoForce(clock.today());
                record(exception, "EXCEPTION_IN_FORCE", actor, "");
            }
            return Outcome.done(exception.view());
        });
    }

    /** Not approved, or taken back before it came into force. Repeatable. */
    public Outcome<TemporaryExceptionView> drop(ExceptionId id, ExceptionStatus how, PersonId actor) {
        if (how != ExceptionStatus.REFUSED && how != ExceptionStatus.WITHDRAWN) {
            throw new IllegalArgumentException("an exception that never came into force does not end as " + how);
        }
        return act(id, EnumSet.of(ExceptionStatus.PROPOSED, ExceptionStatus.RETURNED, how), exception -> {
            if (exception.status() != how) {
                exception.drops(how, now());
                record(exception, "EXCEPTION_" + how, actor, "");
            }
            return Outcome.done(exception.view());
        });
    }

    /** Its last day is over. One that has ended before is answered as it is; before its day it is refused. */
    public Outcome<TemporaryExceptionView> expire(ExceptionId id, PersonId actor) {
        return act(id, EnumSet.of(ExceptionStatus.IN_FORCE, ExceptionStatus.EXPIRED, ExceptionStatus.ENDED_EARLY), exception -> {
            if (exception.status() == ExceptionStatus.IN_FORCE) {
                if (!exception.until().isBefore(clock.today())) {
                    return Outcome.refused(Refusal.of("EXCEPTION_NOT_OVER").with("exception", id).with("until", exception.until()));
                }
                end(exception, ExceptionStatus.EXPIRED, null, actor);
            }
            return Outcome.done(exception.view());
        });
    }

    /** An officer ends it before its day, and says why. */
    public Outcome<TemporaryExceptionView> endEarly(ExceptionId id, String reason, PersonId officer) {
        if (people.find(officer).filter(person -> MAY_END.stream().anyMatch(person::is)).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_END_EXCEPTION"));
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_END_REASON) {
            return Outcome.refused(Refusal.of("EXCEPTION_END_REASON").at("reason").with("most", LONGEST_END_REASON));
        }
        return act(id, EnumSet.of(ExceptionStatus.IN_FORCE), exception -> {
            end(exception, ExceptionStatus.ENDED_EARLY, reason.strip(), officer);
            events.publishEvent(new ExceptionEnded(id));
            return Outcome.done(exception.view());
        });
    }

    /** Ends what is past its day though its process has not done so, and asks again for room that was in use at the end. */
    public List<TemporaryExceptionView> endOverdue(PersonId actor) {
        List<TemporaryExceptionView> ended = new ArrayList<>();
        for (TemporaryException exception : exceptions.overdueOn(clock.today())) {
            if (exception.status() == ExceptionStatus.IN_FORCE) {
                end(exception, ExceptionStatus.EXPIRED, null, actor);
                events.publishEvent(new ExceptionEnded(exception.id()));
            } else {
                takeBack(exception, actor);
            }
            ended.add(exception.view());
        }
        return ended;
    }

    @Transactional(readOnly = true)
    public Outcome<ChangePreview> preview(RequestException asked) {
        return accounts.target(asked.customer(), asked.account()).then(target -> {
            Optional<Money> ceiling = target.account().ceiling();
            Outcome<Optional<Money>> extra = asked.extra() == null || ceiling.isEmpty() ? Outcome.done(Optional.empty())
                    : ChangeRequirements.money(asked.extra(), ceiling.get(), "extra", rates).map(Optional::of);
            return extra.map(sum -> weighing.preview(target, sum, Optional.ofNullable(asked.until())));
        });
    }

    /** The same for an exception on file, as things stand now; of one in force or ended the levels as they are. */
    @Transactional(readOnly = true)
    public Outcome<ChangePreview> picture(ExceptionId id) {
        return act(id, EnumSet.allOf(ExceptionStatus.class), exception -> accounts.target(exception.customerId(), exception.accountId())
                .map(target -> exception.status() == ExceptionStatus.PROPOSED || exception.status() == ExceptionStatus.RETURNED
                        ? weighing.preview(target, Optional.of(exception.extra()), Optional.of(exception.until())) : accounts.asIs(target)));
    }

    /** By which letter of authority it is decided. */
    public OpenApproval.Authority authority(TemporaryExceptionView exception) {
        return ChangeWeighing.byExposure(exception.amount(), exception.exposureAfter(), exception.grade(), Tier.valueOf(exception.tier()));
    }

    @Transactional(readOnly = true)
    public Optional<TemporaryExceptionView> find(ExceptionId id) {
        return exceptions.findById(id.value()).map(TemporaryException::view);
    }

    /** All exceptions of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<TemporaryExceptionView> of(CustomerId customer) {
        return exceptions.findByCustomerIdOrderByRequestedAtDescExceptionIdDesc(customer.value()).stream().map(TemporaryException::view).toList();
    }

    /** All exceptions, newest first. @param page from 0 @param size 1 to 200 */
    @Transactional(readOnly = true)
    public List<TemporaryExceptionView> list(int page, int size) {
        return exceptions.findAllByOrderByRequestedAtDescExceptionIdDesc(PageRequest.of(Math.max(page, 0), Math.max(1, Math.min(size, 200))))
                .stream().map(TemporaryException::view).toList();
    }

    private Outcome<AskedException> permitted(RequestException asked, PersonId officer) {
        if (people.find(officer).filter(person -> LimitChangeDesk.MAKERS.stream().anyMatch(person::is)).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_ASK_EXCEPTION"));
        }
        return accounts.target(asked.customer(), asked.account()).then(target -> {
            List<Refusal> missing = new ArrayList<>();
            ChangeRequirements.explanation(asked.reason(), "reason").ifPresent(missing::add);
            ChangeRequirements.explanation(asked.conditions(), "conditions").ifPresent(missing::add);
            if (asked.until() == null) {
                missing.add(Refusal.of("EXCEPTION_UNTIL_MISSING").at("until"));
            }
            if (asked.extra() == null) {
                missing.add(Refusal.of("EXCEPTION_AMOUNT").at("extra"));
            }
            if (!missing.isEmpty()) {
                return Outcome.refused(missing);
            }
            Money like = target.account().ceiling().orElseGet(() -> target.account().committed());
            return ChangeRequirements.money(asked.extra(), like, "extra", rates).then(extra -> weighing.weigh(asked, target, extra));
        });
    }

    private boolean stillFits(TemporaryException exception, PersonId actor) {
        TemporaryExceptionView view = exception.view();
        RequestException asked = new RequestException(view.customer(), view.account(), view.extra().amount(), view.until(), view.reason(),
                view.conditions(), view.document());
        List<Refusal> against = accounts.target(view.customer(), view.account()).then(target -> {
            boolean moved = target.account().ceiling().filter(view.ceilingBefore()::equals).isEmpty();
            return moved ? Outcome.<AskedException>refused(Refusal.of("LIMIT_CHANGED_MEANWHILE")) : weighing.weigh(asked, target, view.extra());
        }).then(now -> outOfAuthority(view, now).<Outcome<AskedException>>map(Outcome::refused).orElseGet(() -> Outcome.done(now))).refusals();
        if (against.isEmpty()) {
            return true;
        }
        exception.returns(against.get(0).code());
        record(exception, "EXCEPTION_RETURNED", actor, against.get(0).code());
        return false;
    }

    private Optional<Refusal> outOfAuthority(TemporaryExceptionView view, AskedException now) {
        return now.foreign() ? tiers.refusal(SUBJECT, view.id().value(), view.sha256(), now.byExposure()) : Optional.empty();
    }

    private void end(TemporaryException exception, ExceptionStatus how, String why, PersonId actor) {
        exception.ends(how, actor, why, now());
        takeBack(exception, actor);
        record(exception, "EXCEPTION_" + how, actor, "still out " + exception.stillOut());
    }

    /** What is in use on its last day stays out until the customer repays; it is asked for again another day. */
    private void takeBack(TemporaryException exception, PersonId actor) {
        if (account(exception).temporary().isPositive()) {
            ledger.endTemporary(exception.accountId(), key(exception, "end/" + clock.today()), clock.today(), actor);
        }
        LimitAccountView now = account(exception);
        // Of a facility the ledger keeps it as temporary commitment, of a ceiling as what is held above it.
        Money inUse = now.id().level() == LimitLevel.FACILITY ? now.temporary() : now.excess();
        exception.takenBack(exception.stillOut().minus(inUse.min(exception.stillOut())), clock.today());
    }

    private LimitAccountView account(TemporaryException exception) {
        return ledger.account(exception.accountId()).orElseThrow();
    }

    private Optional<Refusal> open(RequestException asked) {
        return exceptions.findByOpenFor(asked.account().value()).map(open -> Refusal.of("EXCEPTION_ALREADY_OPEN").at("account")
                .with("exception", open.id()).with("status", "exceptionStatus." + open.status()));
    }

    private <T> Outcome<T> act(ExceptionId id, Set<ExceptionStatus> stages, Function<TemporaryException, Outcome<T>> act) {
        Optional<TemporaryException> found = exceptions.findById(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("EXCEPTION_UNKNOWN").with("exception", id));
        }
        if (!stages.contains(found.get().status())) {
            return Outcome.refused(Refusal.of("EXCEPTION_NOT_AT_THIS_STAGE").with("exception", id)
                    .with("status", "exceptionStatus." + found.get().status()));
        }
        return act.apply(found.get());
    }

    private static LedgerKey key(TemporaryException exception, String act) {
        return new LedgerKey(LEDGER_SOURCE, exception.id() + "/" + exception.attempt() + "/" + act);
    }

    private void record(TemporaryException exception, String act, PersonId actor, String more) {
        TemporaryExceptionView view = exception.view();
        audit.record(view.id().value(), act, actor, "%s +%s until %s %s %s".formatted(view.account(), view.extra(), view.until(), view.sha256(), more));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
