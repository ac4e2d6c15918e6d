package io.shouxin.approval;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of approval cases: the one way in which a desk changes a case. Reads it, has the change judged and made, and keeps the
 * case together with the lines that were added to its history.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseBook {

    private static final int ATTEMPTS = 50;

    private final ApprovalCases cases;
    private final People people;
    private final Bench bench;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CaseBook(JdbcClient jdbc, People people, Bench bench, AuditTrail audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.cases = new ApprovalCases(jdbc);
        this.people = people;
        this.bench = bench;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    ApprovalCases cases() {
        return cases;
    }

    /** Somebody acts: refused with what {@link WhoMay} says against it, or as the change itself says. */
    Outcome<ApprovalCaseView> act(ApprovalCaseId id, Verb verb, PersonId officer, Optional<PersonId> principal,
                                  BiFunction<ApprovalCase, Actor, Outcome<ApprovalCase>> change) {
        return act(id, verb, null, officer, principal, change);
    }

    /** @param at the tier the officer believes to be deciding; null for the open one */
    Outcome<ApprovalCaseView> act(ApprovalCaseId id, Verb verb, Tier at, PersonId officer, Optional<PersonId> principal,
                                  BiFunction<ApprovalCase, Actor, Outcome<ApprovalCase>> change) {
        Optional<Person> person = people.find(officer);
        return change(id, found -> {
            Tier tier = at == null ? found.view().currentTier() : at;
            if (person.isEmpty()) {
                return Outcome.refused(Refusal.of("NOT_IN_TIER").with("tier", "tier." + tier));
            }
            return actor(found.view(), verb, person.get(), principal).then(actor -> {
                Optional<Refusal> against = new WhoMay(found.view(), bench.committee(found.view().course().rules())).refusal(verb, actor, tier);
                return against.<Outcome<ApprovalCase>>map(Outcome::refused).orElseGet(() -> change.apply(found, actor));
            });
        });
    }

    Outcome<Actor> actor(ApprovalCaseView view, Verb verb, Person person, Optional<PersonId> principal) {
        Optional<PersonId> named = principal.filter(of -> !of.equals(person.id()));
        return bench.actor(person, named, verb.isOfTier() ? view.currentTier().role() : Optional.empty()).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of("NOT_YOUR_PRINCIPAL").with("principal", named.map(PersonId::value).orElse(""))));
    }

    /**
     * Reads, changes and stores a case; if somebody else was faster, reads and judges it anew, so that of two parallel
     * decisions the second meets what the first has left.
     */
    Outcome<ApprovalCaseView> change(ApprovalCaseId id, Function<ApprovalCase, Outcome<ApprovalCase>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ApprovalCase> found = cases.find(id);
            if (found.isEmpty()) {
                return Outcome.refused(Refusal.of("CASE_UNKNOWN").with("case", id));
            }
            Outcome<ApprovalCase> changed = change.apply(found.get()).map(now -> now.passedUp(after -> !bench.able(after.view(),
                    after.view().currentTier()).isEmpty(), now())).map(this::alarmed);
            if (!changed.isDone() || changed.orElseThrow() == found.get() || cases.update(changed.orElseThrow())) {
                return changed.map(ApprovalCase::view).whenDone(after -> keep(found.get().view(), after));
            }
        }
        throw new OptimisticLockingFailureException("no turn for case " + id);
    }

    /** The same case, looked at because others than its people acted: only what stalls it is noted. */
    void watch(ApprovalCaseId id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ApprovalCase found = cases.find(id).orElseThrow();
            ApprovalCase now = alarmed(found);
            if (now == found || cases.update(now)) {
                keep(found.view(), now.view());
                return;
            }
        }
    }

    /** Says once in a case's history that nobody, or too few, can decide on it. */
    private ApprovalCase alarmed(ApprovalCase now) {
        Optional<String> reason = bench.stall(now.view());
        boolean said = now.view().acts().stream().anyMatch(act -> act.verb() == Verb.STALLED);
        return reason.isEmpty() || said ? now : now.noted(ApprovalAct.ofSystem(Verb.STALLED, now.view().currentTier(), "", reason.get(), now()));
    }

    private void keep(ApprovalCaseView before, ApprovalCaseView after) {
        after.decisions().stream().skip(before.decisions().size()).forEach(decision -> {
            cases.insert(after, decision);
            audit.record(after.id().value(), "APPROVAL_" + decision.verdict(), decision.officer(), decision.tier() + " " + decision.reasonCode()
                    + decision.principal().map(of -> " for " + of).orElse("") + " -> " + after.status());
        });
        after.acts().stream().skip(before.acts().size()).forEach(act -> {
            cases.insert(after, act);
            if (act.verb() == Verb.STALLED) {
                events.publishEvent(new CaseStalled(after.id(), after.subjectId(), act.tier(), act.reason()));
            }
            audit.record(after.id().value(), auditCode(act.verb()), act.actor(), (act.tier() + " " + act.target() + " " + act.reason()
                    + act.principal().map(of -> " for " + of).orElse("")).strip());
        });
        before.course().askedCustomer().filter(asked -> after.course().askedCustomer().isEmpty() || !after.isOpen())
                .ifPresent(asked -> events.publishEvent(new CustomerRequestEnded(after.id(), after.subjectId(),
                        before.course().documents().orElseThrow().askedBy(), asked, howItEnded(before, after))));
        if (after.decisions().size() > before.decisions().size() && !after.isOpen()) {
            events.publishEvent(new CaseDecided(after.id()));
        }
    }

    private static CustomerRequestEnded.How howItEnded(ApprovalCaseView before, ApprovalCaseView after) {
        return after.acts().stream().skip(before.acts().size()).map(ApprovalAct::verb).flatMap(verb -> switch (verb) {
            case BRING_DOCUMENTS -> Stream.of(CustomerRequestEnded.How.BROUGHT);
            case LAPSE -> Stream.of(CustomerRequestEnded.How.LAPSED);
            default -> Stream.empty();
        }).findFirst().orElse(CustomerRequestEnded.How.OVERTAKEN);
    }

    private static String auditCode(Verb verb) {
        return switch (verb) {
            case DECLARE_CONFLICT -> "CONFLICT_DECLARED";
            case VOID -> "CASE_VOIDED";
            default -> "APPROVAL_" + verb;
        };
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
