package io.shouxin.policyexception;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.CaseDecided;
import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.Tier;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for renewals by vote (例外续期): what the committee approved holds on only by its vote. Asked for by who prepares cases, decided like any case by
 * policy {@code approval-authority} and at least by the committee. Until it is approved, and if it is not, the exception ends on its old day.
 */
@Service
@Transactional
public class ExceptionRenewalDesk {

    /** What it is in the approval desk's terms. */
    public static final String SUBJECT = "policy-exception-renewal";

    private static final Set<Role> MAKERS = EnumSet.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST);
    private static final PersonId SYSTEM = new PersonId("system");

    private final ExceptionRenewalTable renewals;
    private final PolicyExceptionTable exceptions;
    private final PolicyExceptionCourse course;
    private final RenewalTerms terms;
    private final ApprovalDesk approvals;
    private final UnderwritingDesk underwriting;
    private final People people;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final ExceptionTrail trail;
    private final Simultaneous simultaneous;

    ExceptionRenewalDesk(ExceptionRenewalTable renewals, PolicyExceptionTable exceptions, PolicyExceptionCourse course, RenewalTerms terms,
                         ApprovalDesk approvals, UnderwritingDesk underwriting, People people, CaseEntities cases, BusinessNumbers numbers, BusinessClock clock,
                         ExceptionTrail trail, Simultaneous simultaneous) {
        this.renewals = renewals;
        this.exceptions = exceptions;
        this.course = course;
        this.terms = terms;
        this.approvals = approvals;
        this.underwriting = underwriting;
        this.people = people;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.trail = trail;
        this.simultaneous = simultaneous;
    }

    /**
     * Asks for a later day.
     *
     * @return it, or {@code POLICY_EXCEPTION_UNKNOWN, MAY_NOT_ASK_RENEWAL, RENEWAL_BY_ONE_OFFICER, RENEWAL_ALREADY_ASKED}, or what speaks against the terms
     */
    public Outcome<ExceptionRenewal> ask(PolicyExceptionId id, LocalDate until, String reason, PersonId officer) {
        return permitted(id, until, reason, officer).then(exception -> {
            Optional<Refusal> open = open(id);
            if (open.isPresent()) {
                return Outcome.refused(open.get());
            }
            ExceptionRenewal renewal = new ExceptionRenewal(new ExceptionRenewalId(numbers.next("RX")), id, exception.customer(), exception.until(), until,
                    reason.strip(), 1, ExceptionRenewalStatus.ASKED, null, officer, now(), null, null, 0);
            simultaneous.write(() -> {
                renewals.insert(renewal);
                return renewal;
            }, () -> open(id).orElse(null));
            cases.belongs(renewal.id().value(), exception.customer(), exception.entity());
            trail.record("RENEWAL_ASKED", exception, officer, said(renewal));
            return Outcome.done(renewal);
        });
    }

    /** Asks again after it came back; only who asked first may. */
    public Outcome<ExceptionRenewal> amend(ExceptionRenewalId id, LocalDate until, String reason, PersonId officer) {
        return act(id, EnumSet.of(ExceptionRenewalStatus.ASKED, ExceptionRenewalStatus.RETURNED), found -> !found.askedBy().equals(officer)
                ? Outcome.refused(Refusal.of("MAY_NOT_ASK_RENEWAL")) : permitted(found.exception(), until, reason, officer).map(exception -> {
                    ExceptionRenewal again = found.askedAgain(exception.until(), until, reason.strip(), now());
                    renewals.update(again);
                    trail.record("RENEWAL_AMENDED", exception, officer, said(again));
                    return again;
                }));
    }

    /**
     * Lets the exception hold on as the approval desk has approved in exactly this version. If that no longer fits, for example because it was revoked
     * meanwhile, nothing is changed and the renewal is returned. Repeatable.
     */
    public Outcome<ExceptionRenewal> renew(ExceptionRenewalId id) {
        return act(id, EnumSet.of(ExceptionRenewalStatus.ASKED, ExceptionRenewalStatus.RETURNED, ExceptionRenewalStatus.RENEWED), found -> {
            if (found.status() != ExceptionRenewalStatus.ASKED) {
                return Outcome.done(found);
            }
            Optional<ApprovalCaseView> approval = approvals.history(SUBJECT, id.value()).stream().filter(decided ->
                    decided.status() == ApprovalStatus.APPROVED && decided.subjectHash().equals(found.sha256())).reduce((older, newer) -> newer);
            if (approval.isEmpty()) {
                return Outcome.refused(Refusal.of("RENEWAL_NOT_APPROVED").with("renewal", id));
            }
            PolicyException exception = exceptions.find(found.exception()).orElseThrow();
            List<Refusal> against = terms.against(exception, found.until(), found.reason());
            if (!against.isEmpty()) {
                return Outcome.done(sentBack(found, exception, against.get(0).code(), SYSTEM));
            }
            ExceptionRenewal renewed = found.closed(ExceptionRenewalStatus.RENEWED, approval.get().id(), now());
            renewals.update(renewed);
            course.renewed(exception, found.until(), found.reason(), PolicyExceptionCourse.lastWord(approval.get()));
            return Outcome.done(renewed);
        });
    }

    /** Not approved, or taken back: the exception ends on its old day. Repeatable. */
    public Outcome<ExceptionRenewal> drop(ExceptionRenewalId id, ExceptionRenewalStatus how, PersonId actor) {
        if (how != ExceptionRenewalStatus.REFUSED && how != ExceptionRenewalStatus.WITHDRAWN) {
            throw new IllegalArgumentException("a renewal that was never approved does not end as " + how);
        }
        return act(id, EnumSet.of(ExceptionRenewalStatus.ASKED, ExceptionRenewalStatus.RETURNED, how), found -> {
            if (found.status() == how) {
                return Outcome.done(found);
            }
            ExceptionRenewal dropped = found.closed(how, null, now());
            renewals.update(dropped);
            trail.record("RENEWAL_" + how, exceptions.find(found.exception()).orElseThrow(), actor, said(dropped));
            return Outcome.done(dropped);
        });
    }

    /** An approver sent it back: it lies with who asked for it. */
    @EventListener
    void on(CaseDecided decided) {
        ApprovalCaseView sent = approvals.find(decided.approval()).orElseThrow();
        if (sent.subjectType().equals(SUBJECT) && sent.status() == ApprovalStatus.RETURNED) {
            renewals.find(new ExceptionRenewalId(sent.subjectId())).filter(found -> found.status() == ExceptionRenewalStatus.ASKED
                    && found.sha256().equals(sent.subjectHash())).ifPresent(found ->
                    sentBack(found, exceptions.find(found.exception()).orElseThrow(), null, PolicyExceptionCourse.lastWord(sent)));
        }
    }

    private ExceptionRenewal sentBack(ExceptionRenewal found, PolicyException exception, String code, PersonId actor) {
        ExceptionRenewal back = found.returned(code);
        renewals.update(back);
        trail.record("RENEWAL_RETURNED", exception, actor, said(back) + (code == null ? "" : " " + code));
        return back;
    }

    /** As an approval case: bound to its hash; amount, exposure and grade are those the exception was approved with. */
    @Transactional(readOnly = true)
    public OpenApproval asCase(ExceptionRenewalId id) {
        ExceptionRenewal renewal = find(id).orElseThrow();
        PolicyException exception = exceptions.find(renewal.exception()).orElseThrow();
        CreditProposalView proposal = underwriting.latest(exception.application()).orElseThrow();
        Set<PersonId> makers = new HashSet<>(proposal.madeBy());
        makers.addAll(exception.madeBy());
        makers.add(renewal.askedBy());
        return new OpenApproval(SUBJECT, id.value(), renewal.sha256(), proposal.amount(), proposal.exposureAfter(), proposal.grade(), false, makers, clock.today())
                .atLeast(exception.approvedTier());
    }

    @Transactional(readOnly = true)
    public Optional<ExceptionRenewal> find(ExceptionRenewalId id) {
        return renewals.find(id);
    }

    /** The newest renewal of each of these exceptions that has one. */
    @Transactional(readOnly = true)
    public Map<PolicyExceptionId, ExceptionRenewal> newest(Collection<PolicyExceptionId> of) {
        return renewals.of(of).stream().collect(Collectors.toMap(ExceptionRenewal::exception, Function.identity(), (older, newer) -> newer));
    }

    /** The tier an open renewal is before. */
    @Transactional(readOnly = true)
    public Optional<Tier> before(ExceptionRenewal renewal) {
        return renewal.status() != ExceptionRenewalStatus.ASKED ? Optional.empty()
                : approvals.history(SUBJECT, renewal.id().value()).stream().filter(ApprovalCaseView::isOpen).map(ApprovalCaseView::currentTier).findFirst();
    }

    /** Whether this officer may ask for the vote now. @param newest the newest renewal of it; {@code null} without */
    @Transactional(readOnly = true)
    public boolean mayAsk(PolicyException exception, ExceptionRenewal newest, PersonId officer) {
        return exception.renewable() && exception.approvedTier() == Tier.COMMITTEE && (newest == null || !newest.status().isOpen()) && makes(officer);
    }

    private Outcome<PolicyException> permitted(PolicyExceptionId id, LocalDate until, String reason, PersonId officer) {
        if (!makes(officer)) {
            return Outcome.refused(Refusal.of("MAY_NOT_ASK_RENEWAL"));
        }
        Optional<PolicyException> found = exceptions.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("POLICY_EXCEPTION_UNKNOWN").at("exceptionId").with("exception", id));
        }
        if (found.get().approvedTier() != null && found.get().approvedTier() != Tier.COMMITTEE) {
            return Outcome.refused(Refusal.of("RENEWAL_BY_ONE_OFFICER").at("exceptionId").with("tier", "tier." + found.get().approvedTier()));
        }
        List<Refusal> against = terms.against(found.get(), until, reason);
        return against.isEmpty() ? Outcome.done(found.get()) : Outcome.refused(against);
    }

    private boolean makes(PersonId officer) {
        return people.find(officer).filter(person -> MAKERS.stream().anyMatch(person::is)).isPresent();
    }

    private Optional<Refusal> open(PolicyExceptionId exception) {
        return renewals.openFor(exception).map(open -> Refusal.of("RENEWAL_ALREADY_ASKED").at("exceptionId").with("renewal", open.id())
                .with("status", "exceptionRenewalStatus." + open.status()));
    }

    private Outcome<ExceptionRenewal> act(ExceptionRenewalId id, Set<ExceptionRenewalStatus> stages, Function<ExceptionRenewal, Outcome<ExceptionRenewal>> act) {
        Optional<ExceptionRenewal> found = renewals.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("RENEWAL_UNKNOWN").with("renewal", id));
        }
        return stages.contains(found.get().status()) ? act.apply(found.get()) : Outcome.refused(Refusal.of("RENEWAL_NOT_AT_THIS_STAGE")
                .with("renewal", id).with("status", "exceptionRenewalStatus." + found.get().status()));
    }

    private static String said(ExceptionRenewal renewal) {
        return "%s/%s until %s instead of %s %s".formatted(renewal.id(), renewal.attempt(), renewal.until(), renewal.before(), renewal.sha256());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
