package io.shouxin.policyexception;

import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk at which policy exceptions are asked for, changed and taken back (政策例外). One per case and rule. A rule that policy
 * {@code policy-exceptions} does not name is never exceptable, and none is asked for that is not broken.
 */
@Service
@Transactional
public class PolicyExceptionDesk {

    private static final Set<ApplicationStatus> OPEN = Set.of(ApplicationStatus.COLLECTING_DOCUMENTS, ApplicationStatus.IN_ASSESSMENT);

    private final PolicyExceptionTable exceptions;
    private final BrokenRules rules;
    private final ExceptableRules policy;
    private final ApplicationDesk applications;
    private final People people;
    private final GrantingEntities entities;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final ExceptionTrail trail;
    private final Simultaneous simultaneous;

    PolicyExceptionDesk(PolicyExceptionTable exceptions, BrokenRules rules, ExceptableRules policy, ApplicationDesk applications,
                        People people, GrantingEntities entities, CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, ExceptionTrail trail,
                        Simultaneous simultaneous) {
        this.exceptions = exceptions;
        this.rules = rules;
        this.policy = policy;
        this.applications = applications;
        this.people = people;
        this.entities = entities;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.trail = trail;
        this.simultaneous = simultaneous;
    }

    /**
     * Asks for an exception.
     *
     * @return it, or {@code APPLICATION_UNKNOWN, MAY_NOT_ASK_POLICY_EXCEPTION, CASE_OF_OTHER_ENTITY, POLICY_EXCEPTION_NOT_NOW,
     *         RULE_NOT_EXCEPTABLE, POLICY_EXCEPTION_ALREADY_ASKED, RULE_NOT_BROKEN}, then all that is wrong with the fields
     */
    public Outcome<PolicyException> ask(ApplicationId id, AskPolicyException asked, PersonId officer) {
        return asking(id, asked.policy(), officer).then(application -> {
            Optional<Refusal> never = never(asked, application);
            if (never.isPresent()) {
                return Outcome.refused(never.get());
            }
            String openFor = PolicyException.openFor(id, asked.policy(), asked.rule(), asked.facility());
            Optional<Refusal> twice = open(openFor);
            if (twice.isPresent()) {
                return Outcome.refused(twice.get());
            }
            Optional<BrokenRule> broken = rules.of(application).stream().filter(rule -> rule.is(asked.policy(), asked.rule(), asked.facility())).findFirst();
            if (broken.isEmpty()) {
                return Outcome.refused(Refusal.of("RULE_NOT_BROKEN").at("rule").with("rule", asked.rule()));
            }
            List<Refusal> refusals = AskedTerms.refusals(asked, broken.get(), clock.today());
            return refusals.isEmpty() ? Outcome.done(keep(application, asked, broken.get(), openFor, officer)) : Outcome.refused(refusals);
        });
    }

    private Optional<Refusal> never(AskPolicyException asked, ApplicationView application) {
        ExceptableRule said = policy.of(asked.policy() == null ? "" : asked.policy(), asked.rule() == null ? "" : asked.rule(), application.policyAsOf());
        return said.exceptable() ? Optional.empty() : Optional.of(Refusal.of("RULE_NOT_EXCEPTABLE").at("rule")
                .with("rule", shortened(asked.rule())).with("why", "reason." + said.reasonCode()));
    }

    private PolicyException keep(ApplicationView application, AskPolicyException asked, BrokenRule broken, String openFor, PersonId officer) {
        PolicyException exception = new PolicyException(new PolicyExceptionId(numbers.next("PX")), application.applicationId(), application.customerId(),
                application.entity(), broken, asked.permitted() == null ? null : PolicyExceptionTable.plain(asked.permitted()), asked.reasonCode(),
                asked.reason(), asked.compensation(), asked.compensationWords(), asked.until(), null, null, null, null, PolicyExceptionStatus.ASKED, officer, now(),
                Set.of(officer), null, null, null, null, null, null, false, 0);
        simultaneous.write(() -> {
            exceptions.insert(exception);
            return exception;
        }, () -> open(openFor).orElse(null));
        cases.belongs(exception.id().value(), application.customerId(), application.entity());
        trail.allowLater(exception, exception.untilAsked(), officer);
        trail.record("ASKED", exception, officer, asked.reasonCode() + " " + asked.compensation() + " until " + asked.until());
        return exception;
    }

    /** Changes the terms while the case is worked on; what was approved before is asked anew. Refused like {@link #ask}. */
    public Outcome<PolicyException> amend(PolicyExceptionId id, AskPolicyException asked, PersonId officer) {
        return exceptions.find(id).map(found -> asking(found.application(), found.rule().policy(), officer).then(application -> {
            if (!found.status().isOpen()) {
                return Outcome.<PolicyException>refused(notNow(found));
            }
            if (!found.rule().is(asked.policy(), asked.rule(), asked.facility())) {
                return Outcome.<PolicyException>refused(Refusal.of("POLICY_EXCEPTION_OTHER_RULE").at("rule").with("exception", id));
            }
            List<Refusal> refusals = AskedTerms.refusals(asked, found.rule(), clock.today());
            if (!refusals.isEmpty()) {
                return Outcome.<PolicyException>refused(refusals);
            }
            PolicyException changed = found.askedAnew(asked, found.rule(), officer, now());
            exceptions.update(changed);
            trail.allowLater(changed, changed.untilAsked(), officer);
            trail.record("AMENDED", changed, officer, asked.reasonCode() + " " + asked.compensation() + " until " + asked.until());
            return Outcome.done(changed);
        })).orElseGet(() -> unknown(id));
    }

    /** Takes it back while the case is worked on; the next proposal is worked out under the rule. Refused like {@link #ask}. */
    public Outcome<PolicyException> withdraw(PolicyExceptionId id, String reason, PersonId officer) {
        return exceptions.find(id).map(found -> asking(found.application(), found.rule().policy(), officer).then(application -> {
            Optional<Refusal> bare = AskedTerms.text(reason, 2, "reason");
            if (bare.isPresent() || !found.status().isOpen()) {
                return Outcome.<PolicyException>refused(bare.orElseGet(() -> notNow(found)));
            }
            PolicyException back = found.ended(PolicyExceptionStatus.WITHDRAWN, officer, now(), reason.strip(), false);
            exceptions.update(back);
            trail.dueAgain(back, officer);
            trail.record("WITHDRAWN", back, officer, reason.strip());
            return Outcome.done(back);
        })).orElseGet(() -> unknown(id));
    }

    /** Whether somebody could be asked to let the case go on: every rule that ends it may be set aside, or one of those that left no limit. */
    @Transactional(readOnly = true)
    public boolean mayBeAsked(ApplicationId id) {
        ApplicationView application = applications.find(id).orElseThrow();
        List<BrokenRule> ending = rules.thatEnd(application).stream().filter(rule -> !isOpen(application, rule)).toList();
        boolean knockedOut = ending.stream().anyMatch(rule -> rule.policy().equals(BrokenRules.KNOCK_OUT));
        return !ending.isEmpty() && (knockedOut ? ending.stream().allMatch(rule -> rule.exception().exceptable())
                : ending.stream().anyMatch(rule -> rule.exception().exceptable()));
    }

    /**
     * What is missing to try again: rules that knock the case out and nobody asked an exception for, or, without a limit, any exception at all.
     * Nothing when what knocked it out holds no more.
     */
    @Transactional(readOnly = true)
    public List<Refusal> missing(ApplicationId id) {
        ApplicationView application = applications.find(id).orElseThrow();
        List<BrokenRule> ending = rules.thatEnd(application);
        List<BrokenRule> unasked = ending.stream().filter(rule -> !isOpen(application, rule)).toList();
        boolean enough = rules.isKnockedOut(application) ? unasked.isEmpty() : unasked.size() < ending.size();
        return enough ? List.of() : List.of(Refusal.of("POLICY_EXCEPTIONS_MISSING").at("verdict").with("count", unasked.size()));
    }

    /** The rules in the way of the case now, without those an exception is open for. */
    @Transactional(readOnly = true)
    public List<BrokenRule> broken(ApplicationId id) {
        ApplicationView application = applications.find(id).orElseThrow();
        return rules.of(application).stream().filter(rule -> !isOpen(application, rule)).toList();
    }

    /** All exceptions of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<PolicyException> all(ApplicationId application) {
        return exceptions.of(application);
    }

    /** All exceptions of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<PolicyException> all(CustomerId customer) {
        return exceptions.of(customer);
    }

    /** Those of a customer that hold today, newest first. */
    @Transactional(readOnly = true)
    public List<PolicyException> inForce(CustomerId customer) {
        return exceptions.of(customer).stream().filter(exception -> exception.holdsOn(clock.today())).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PolicyException> find(PolicyExceptionId id) {
        return exceptions.find(id);
    }

    private boolean isOpen(ApplicationView application, BrokenRule rule) {
        return exceptions.open(PolicyException.openFor(application.applicationId(), rule.policy(), rule.rule(), rule.facility())).isPresent();
    }

    private Outcome<ApplicationView> asking(ApplicationId id, String ofPolicy, PersonId officer) {
        Optional<ApplicationView> found = applications.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("APPLICATION_UNKNOWN").with("applicationId", id));
        }
        ApplicationView application = found.get();
        boolean paper = BrokenRules.CHECKLIST.equals(ofPolicy);
        Optional<Person> person = people.find(officer).filter(each -> each.is(Role.ANALYST) || paper && each.is(Role.RELATIONSHIP_MANAGER));
        if (person.isEmpty() || !paper && (officer.equals(application.openedBy()) || officer.equals(application.applicant()))) {
            return Outcome.refused(Refusal.of("MAY_NOT_ASK_POLICY_EXCEPTION"));
        }
        if (!entities.worksFor(person.get(), application.entity())) {
            return Outcome.refused(Refusal.of("CASE_OF_OTHER_ENTITY").with("entity", application.entity()));
        }
        return OPEN.contains(application.status()) ? Outcome.done(application) : Outcome.refused(Refusal.of("POLICY_EXCEPTION_NOT_NOW")
                .with("status", "applicationStatus." + application.status()));
    }

    private Optional<Refusal> open(String openFor) {
        return exceptions.open(openFor).map(open -> Refusal.of("POLICY_EXCEPTION_ALREADY_ASKED").at("rule").with("exception", open.id()));
    }

    private static Refusal notNow(PolicyException found) {
        return Refusal.of("POLICY_EXCEPTION_NOT_NOW").with("status", "policyExceptionStatus." + found.status());
    }

    private static Outcome<PolicyException> unknown(PolicyExceptionId id) {
        return Outcome.refused(Refusal.of("POLICY_EXCEPTION_UNKNOWN").with("exception", id));
    }

    private static String shortened(String text) {
        return text == null ? "–" : text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
