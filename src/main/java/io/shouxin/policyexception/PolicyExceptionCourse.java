package io.shouxin.policyexception;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.CaseDecided;
import io.shouxin.approval.Tier;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApplicationClosed;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.UnderwritingDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a policy exception (例外的办理与到期): decided with its case and with nothing else, shortened by an approver, ended by itself on its
 * day, fulfilled before, or revoked by who approved it or above.
 */
@Service
@Transactional
public class PolicyExceptionCourse {

    private static final String APPLICATION = "credit-application";
    private static final PersonId SYSTEM = new PersonId("system");
    private static final Set<Role> MAY_FULFIL = Set.of(Role.ANALYST, Role.RELATIONSHIP_MANAGER);
    private static final int SHORTEST_REASON = 5;

    private final PolicyExceptionTable exceptions;
    private final BrokenRules rules;
    private final RenewalTerms terms;
    private final ApprovalDesk approvals;
    private final UnderwritingDesk underwriting;
    private final ApplicationDesk applications;
    private final People people;
    private final BusinessClock clock;
    private final ExceptionTrail trail;
    private final ApplicationEventPublisher events;

    PolicyExceptionCourse(PolicyExceptionTable exceptions, BrokenRules rules, RenewalTerms terms, ApprovalDesk approvals, UnderwritingDesk underwriting,
                          ApplicationDesk applications, People people, BusinessClock clock, ExceptionTrail trail, ApplicationEventPublisher events) {
        this.exceptions = exceptions;
        this.rules = rules;
        this.terms = terms;
        this.approvals = approvals;
        this.underwriting = underwriting;
        this.applications = applications;
        this.people = people;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    /** The case was decided: so are exactly the exceptions frozen in the proposal the decision was bound to. */
    @EventListener
    void on(CaseDecided decided) {
        ApprovalCaseView view = approvals.find(decided.approval()).orElseThrow();
        if (!view.subjectType().equals(APPLICATION) || view.status() != ApprovalStatus.APPROVED && view.status() != ApprovalStatus.DECLINED) {
            return;
        }
        boolean approved = view.status() == ApprovalStatus.APPROVED;
        Set<String> frozen = frozen(view).stream().map(ExceptedRule::number).collect(Collectors.toSet());
        exceptions.of(new ApplicationId(view.subjectId())).stream().filter(exception -> exception.status().isOpen()
                && frozen.contains(exception.id().value())).forEach(exception -> {
                    PolicyException after = exception.decided(approved ? PolicyExceptionStatus.APPROVED : PolicyExceptionStatus.REFUSED, view.id(),
                            view.currentTier(), clock.today(), now());
                    exceptions.update(after);
                    if (!approved) {
                        trail.dueAgain(after, SYSTEM);
                    }
                    trail.record(after.status().name(), after, lastWord(view), view.id() + " " + view.currentTier() + " until " + after.until());
                });
    }

    static PersonId lastWord(ApprovalCaseView view) {
        List<ApprovalCaseView.Decision> standing = view.standing();
        return standing.isEmpty() ? SYSTEM : standing.get(standing.size() - 1).officer();
    }

    private List<ExceptedRule> frozen(ApprovalCaseView view) {
        return underwriting.proposals(new ApplicationId(view.subjectId())).stream().filter(proposal -> proposal.sha256().equals(view.subjectHash()))
                .findFirst().map(CreditProposalView::exceptions).orElse(List.of());
    }

    /** The case ended without a facility: nothing is set aside any more. */
    @EventListener
    void on(ApplicationClosed closed) {
        boolean before = closed.status() == ApplicationStatus.DECLINED && !approvals.history(APPLICATION, closed.applicationId().value()).isEmpty();
        exceptions.of(closed.applicationId()).stream().filter(exception -> exception.status().isOpen()).forEach(exception -> {
            PolicyExceptionStatus how = exception.status() == PolicyExceptionStatus.APPROVED ? PolicyExceptionStatus.ENDED
                    : before ? PolicyExceptionStatus.REFUSED : PolicyExceptionStatus.WITHDRAWN;
            PolicyException after = exception.ended(how, SYSTEM, now(), "CASE_CLOSED", false);
            exceptions.update(after);
            trail.record(after.status().name(), after, SYSTEM, "CASE_CLOSED");
        });
    }

    /**
     * What speaks against approving the case with its exceptions now; fields begin with {@code exceptions}.
     *
     * @param shortened what the approver would shorten; null for nothing
     * @param conditional whether he approves on conditions, which alone may shorten
     */
    @Transactional(readOnly = true)
    public List<Refusal> approvalRefusals(ApplicationId id, List<ShortenException> shortened, boolean conditional) {
        List<PolicyException> open = exceptions.of(id).stream().filter(exception -> exception.status().isOpen()).toList();
        List<Refusal> refusals = new ArrayList<>();
        open.stream().filter(exception -> exception.until().isBefore(clock.today())).forEach(exception -> refusals.add(
                Refusal.of("POLICY_EXCEPTION_OVER").at("verdict").with("exception", exception.id()).with("until", exception.until())));
        List<ShortenException> asked = shortened == null ? List.of() : shortened;
        for (int place = 0; place < asked.size(); place++) {
            ShortenException each = asked.get(place);
            Optional<PolicyException> exception = open.stream().filter(one -> one.id().value().equals(each.exception())).findFirst();
            LocalDate day = each.until();
            if (exception.isEmpty()) {
                refusals.add(Refusal.of("POLICY_EXCEPTION_UNKNOWN").at("exceptions[" + place + "]").with("exception", each.exception()));
            } else if (!conditional) {
                refusals.add(Refusal.of("SHORTENED_WITHOUT_CONDITIONS").at("exceptions[" + place + "]"));
            } else if (day == null || !day.isAfter(clock.today()) || !day.isBefore(exception.get().until())) {
                refusals.add(Refusal.of("POLICY_EXCEPTION_NOT_SHORTER").at("exceptions[" + place + "]").with("exception", each.exception())
                        .with("until", exception.get().until()));
            }
        }
        return refusals;
    }

    /** An approver's condition: an earlier last day. Checked by {@link #approvalRefusals} before. */
    public void shorten(ApplicationId id, List<ShortenException> shortened, PersonId officer) {
        shortened.forEach(each -> exceptions.of(id).stream().filter(exception -> exception.id().value().equals(each.exception())).forEach(exception -> {
            PolicyException after = exception.shortenedTo(each.until(), officer);
            exceptions.update(after);
            trail.record("SHORTENED", after, officer, "until " + each.until());
        }));
    }

    /** Ends every exception whose day is over. Asked again it finds nothing. */
    public List<PolicyException> endOverdue() {
        return exceptions.overdueOn(clock.today()).stream().map(exception -> {
            boolean met = applications.find(exception.application()).filter(application -> rules.isMet(application, exception.rule())).isPresent();
            return end(exception, PolicyExceptionStatus.ENDED, SYSTEM, PolicyException.DAY_OVER, met);
        }).toList();
    }

    /**
     * What the rule asks is met now: the exception is not needed any more. Said also of one whose day is over.
     *
     * @param words how it was met
     * @return it, or {@code POLICY_EXCEPTION_UNKNOWN, MAY_NOT_FULFIL_POLICY_EXCEPTION, POLICY_EXCEPTION_NOT_NOW, TEXT_TOO_SHORT, TEXT_TOO_LONG}
     */
    public Outcome<PolicyException> fulfil(PolicyExceptionId id, String words, PersonId officer) {
        Optional<Person> person = people.find(officer).filter(each -> MAY_FULFIL.stream().anyMatch(each::is));
        return inForce(id, exception -> person.isEmpty() ? Optional.of(Refusal.of("MAY_NOT_FULFIL_POLICY_EXCEPTION")) : Optional.empty(), words, true)
                .map(exception -> end(exception, PolicyExceptionStatus.ENDED, officer, words.strip(), true));
    }

    /**
     * Ends it before its day, for a reason.
     *
     * @return it, or {@code POLICY_EXCEPTION_UNKNOWN, MAY_NOT_REVOKE_POLICY_EXCEPTION, POLICY_EXCEPTION_NOT_NOW, TEXT_TOO_SHORT, TEXT_TOO_LONG}
     */
    public Outcome<PolicyException> revoke(PolicyExceptionId id, String reason, PersonId officer) {
        return inForce(id, exception -> mayRevoke(exception, officer) ? Optional.empty()
                : Optional.of(Refusal.of("MAY_NOT_REVOKE_POLICY_EXCEPTION").with("tier", "tier." + authority(exception))), reason, false)
                .map(exception -> end(exception, PolicyExceptionStatus.REVOKED, officer, reason.strip(), false));
    }

    /** Whether this officer approved it, or holds the authority of the tier that did or of a higher one. */
    @Transactional(readOnly = true)
    public boolean mayRevoke(PolicyException exception, PersonId officer) {
        Optional<Person> person = decider(officer);
        boolean approver = exception.approvalCase() != null && approvals.find(exception.approvalCase()).stream()
                .flatMap(view -> view.standing().stream()).anyMatch(decision -> decision.verdict().approves() && decision.officer().equals(officer));
        return person.isPresent() && exception.approvedTier() != null && (approver || exception.approvedTier() != Tier.COMMITTEE
                && exception.approvedTier().isWithin(person.get()));
    }

    /**
     * Lets it hold on until a later day, also when its day is over: what rests on it can go on. Of the terms nothing changes but the day.
     *
     * @param until new last day, as far from today as policy {@code policy-exceptions} lets an exception of the rule run
     * @return it, or {@code POLICY_EXCEPTION_UNKNOWN, MAY_NOT_RENEW_POLICY_EXCEPTION, POLICY_EXCEPTION_NOT_NOW, POLICY_EXCEPTION_ALREADY_ASKED,
     *         POLICY_EXCEPTION_UNTIL, TEXT_TOO_SHORT, TEXT_TOO_LONG}
     */
    public Outcome<PolicyException> renew(PolicyExceptionId id, LocalDate until, String reason, PersonId officer) {
        Optional<PolicyException> found = exceptions.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("POLICY_EXCEPTION_UNKNOWN").with("exception", id));
        }
        PolicyException exception = found.get();
        if (!mayRenew(exception, officer)) {
            return Outcome.refused(Refusal.of("MAY_NOT_RENEW_POLICY_EXCEPTION").with("tier", "tier." + authority(exception)));
        }
        List<Refusal> refusals = terms.against(exception, until, reason);
        return refusals.isEmpty() ? Outcome.done(renewed(exception, until, reason.strip(), officer)) : Outcome.refused(refusals);
    }

    /** Decided: it holds on until the later day. */
    PolicyException renewed(PolicyException exception, LocalDate until, String reason, PersonId officer) {
        PolicyException after = exception.renewed(new PolicyException.Renewal(until, officer, now(), reason));
        exceptions.update(after);
        trail.allowLater(after, until, officer);
        trail.record("RENEWED", after, officer, "until " + until + " " + reason);
        return after;
    }

    /** Whether this officer has the authority of the tier that approved it, and had no hand in it; what the committee allowed, no one alone renews. */
    @Transactional(readOnly = true)
    public boolean mayRenew(PolicyException exception, PersonId officer) {
        Optional<Person> person = decider(officer);
        return person.isPresent() && exception.approvedTier() != null && exception.approvedTier() != Tier.COMMITTEE
                && exception.approvedTier().isWithin(person.get()) && !exception.madeBy().contains(officer);
    }

    private Optional<Person> decider(PersonId officer) {
        return people.find(officer).filter(each -> !each.is(Role.AUDITOR) && !each.is(Role.ADMINISTRATOR));
    }

    private static Tier authority(PolicyException exception) {
        return exception.approvedTier() == null ? exception.rule().exception().tier() : exception.approvedTier();
    }

    private Outcome<PolicyException> inForce(PolicyExceptionId id, Function<PolicyException, Optional<Refusal>> barred, String words, boolean overMayBeMet) {
        Optional<PolicyException> found = exceptions.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("POLICY_EXCEPTION_UNKNOWN").with("exception", id));
        }
        Optional<Refusal> against = barred.apply(found.get()).or(() -> found.get().status() == PolicyExceptionStatus.APPROVED || overMayBeMet && found.get().renewable()
                ? Optional.empty()
                : Optional.of(Refusal.of("POLICY_EXCEPTION_NOT_NOW").with("status", "policyExceptionStatus." + found.get().status())))
                .or(() -> AskedTerms.text(words, SHORTEST_REASON, "reason"));
        return against.<Outcome<PolicyException>>map(Outcome::refused).orElseGet(() -> Outcome.done(found.get()));
    }

    private PolicyException end(PolicyException exception, PolicyExceptionStatus how, PersonId actor, String why, boolean met) {
        PolicyException after = exception.ended(how, actor, now(), why, met);
        exceptions.update(after);
        trail.dueAgain(after, actor);
        trail.record(how.name(), after, actor, why + (met ? " fulfilled" : " not fulfilled"));
        events.publishEvent(new PolicyExceptionEnded(after));
        return after;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
