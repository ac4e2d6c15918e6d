package io.shouxin.approval;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval desk (审批): opens cases, names the tiers that have to decide, and takes decisions. It decides cases of any
 * kind and knows none of them.
 *
 * <p>An officer decides at most once per case, over all tiers; never on a case he made or declared a conflict in, whatever his
 * roles; only on the proposal he was shown; only at the open tier. A decision that is refused changes nothing; of several
 * reasons the first of this list is given: {@code CASE_UNKNOWN}, {@code NOT_ALLOWED_AUDITOR}, {@code NOT_ALLOWED_ADMIN},
 * {@code OWN_CASE}, {@code CONFLICT_DECLARED}, {@code ALREADY_DECIDED}, {@code CASE_CLOSED}, {@code TIER_NOT_OPEN},
 * {@code NOT_IN_TIER}, {@code PROPOSAL_CHANGED}, then all that is wrong with the fields ({@code REASON_REQUIRED},
 * {@code QUESTIONS_REQUIRED} ...).
 */
@Service
@Transactional
public class ApprovalDesk {

    /** Who decided where no person did. */
    public static final PersonId SYSTEM = new PersonId("system");

    private static final int ATTEMPTS = 50;
    private static final int LONGEST_REASON = 500;

    private final ApprovalCases cases;
    private final PolicyBook policies;
    private final People people;
    private final AuditTrail audit;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final PersonId chair;

    ApprovalDesk(JdbcClient jdbc, PolicyBook policies, People people, AuditTrail audit, BusinessNumbers numbers, BusinessClock clock,
                 ApplicationEventPublisher events, @Value("${shouxin.committee.chair:committee1}") String chair) {
        this.cases = new ApprovalCases(jdbc);
        this.policies = policies;
        this.people = people;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
        this.events = events;
        this.chair = new PersonId(chair);
    }

    /**
     * Opens a case and names its tiers by the letter of authority for its kind, for credit policy {@code approval-authority}: all
     * from the credit manager up to the one whose authority covers it. The open case of the same proposal is answered as it is; an open case of an
     * earlier version of the proposal is voided.
     */
    public Outcome<ApprovalCaseView> open(OpenApproval command, PersonId actor) {
        List<Refusal> refusals = refusals(command);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<ApprovalCaseView.Conflict> declaredBefore = new ArrayList<>();
        for (ApprovalCase earlier : cases.of(command.subjectType(), command.subjectId())) {
            earlier.view().conflicts().stream().filter(conflict -> declaredBefore.stream()
                    .noneMatch(known -> known.officer().equals(conflict.officer()))).forEach(declaredBefore::add);
            if (earlier.view().isOpen()) {
                if (earlier.view().subjectHash().equals(command.subjectHash())) {
                    return Outcome.done(earlier.view());
                }
                voidCase(earlier.view().id(), "PROPOSAL_AMENDED", actor);
            }
        }
        Money exposure = command.exposure().max(command.amount());
        ApprovalCaseId id = new ApprovalCaseId(numbers.next("AC"));
        PolicyDecision authority = policies.decide(command.authority().policy(), command.asOf(), command.authority().question(), id.value());
        List<Tier> tiers = Tier.ladderTo(command.authority().tier(authority, command.straightThroughEligible()));
        ApprovalCaseView opened = new ApprovalCaseView(id, command.subjectType(), command.subjectId(), command.subjectHash(),
                command.amount(), exposure, command.gradeCode(), tiers, tiers.get(0), ApprovalStatus.OPEN, authority.version(),
                command.madeBy(), declaredBefore, List.of(), now(), Optional.empty());
        cases.insert(opened);
        return Outcome.done(opened);
    }

    /** Takes one officer's decision and moves the case: to the next tier, or to its end. */
    public Outcome<ApprovalCaseView> decide(Decide command, PersonId officer) {
        Optional<Person> person = people.find(officer);
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_IN_TIER").with("tier", "tier." + command.tier()));
        }
        Committee committee = command.tier() == Tier.COMMITTEE ? committee() : new Committee(Set.of(), chair);
        ApprovalCaseView.Decision decision = new ApprovalCaseView.Decision(command.tier(), officer, command.verdict(),
                command.reasonCode(), command.comment(), now());
        return change(command.caseId(), found -> {
            List<Refusal> refusals = found.refusals(command, person.get(), committee);
            return refusals.isEmpty() ? Outcome.done(found.decided(decision, committee)) : Outcome.refused(refusals);
        }).whenDone(view -> record(view, decision));
    }

    /** Approves a case the policy lets pass without a person; recorded as the decision of {@link #SYSTEM} by that policy version. */
    public Outcome<ApprovalCaseView> approveStraightThrough(ApprovalCaseId id) {
        Optional<ApprovalCase> known = cases.find(id);
        String policy = known.map(found -> "approval-authority " + found.view().policyVersion()).orElse("");
        ApprovalCaseView.Decision decision = new ApprovalCaseView.Decision(Tier.STRAIGHT_THROUGH, SYSTEM, Verdict.APPROVE, "", policy, now());
        return change(id, found -> {
            if (!found.view().isStraightThrough()) {
                return Outcome.refused(Refusal.of("NOT_STRAIGHT_THROUGH").with("case", id).with("tier", "tier." + found.view().currentTier()));
            }
            if (!found.view().isOpen()) {
                return Outcome.refused(Refusal.of("CASE_CLOSED").with("case", id).with("status", "approvalStatus." + found.view().status()));
            }
            return Outcome.done(found.decided(decision, new Committee(Set.of(), chair)));
        }).whenDone(view -> record(view, decision));
    }

    /**
     * From now on this officer may not decide on this case, nor on a later version of the same proposal. What he has decided
     * before stands.
     *
     * @return the case, or {@code CONFLICT_KIND_REQUIRED, CONFLICT_REASON_REQUIRED, CASE_UNKNOWN, CASE_CLOSED, CONFLICT_DECLARED}
     */
    public Outcome<ApprovalCaseView> declareConflict(ApprovalCaseId id, PersonId officer, ConflictKind kind, String remark) {
        List<Refusal> refusals = new ArrayList<>();
        if (kind == null) {
            refusals.add(Refusal.of("CONFLICT_KIND_REQUIRED").at("kind"));
        }
        String kept = remark == null ? "" : remark.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_REASON) {
            refusals.add(Refusal.of("CONFLICT_REASON_REQUIRED").at("remark").with("most", LONGEST_REASON));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return change(id, found -> {
            if (!found.view().isOpen()) {
                return Outcome.refused(Refusal.of("CASE_CLOSED").with("case", id).with("status", "approvalStatus." + found.view().status()));
            }
            if (found.view().conflicts().stream().anyMatch(conflict -> conflict.officer().equals(officer))) {
                return Outcome.refused(Refusal.of("CONFLICT_DECLARED"));
            }
            return Outcome.done(found.withConflict(new ApprovalCaseView.Conflict(officer, kind, kept)));
        }).whenDone(view -> audit.record(view.id().value(), "CONFLICT_DECLARED", officer, kind + " " + kept));
    }

    /** Ends an open case because its subject was amended or withdrawn. A case already closed is answered as it is. */
    public Outcome<ApprovalCaseView> voidCase(ApprovalCaseId id, String reasonCode, PersonId actor) {
        Optional<ApprovalCase> known = cases.find(id);
        if (known.isPresent() && !known.get().view().isOpen()) {
            return Outcome.done(known.get().view());
        }
        return change(id, found -> found.view().isOpen() ? Outcome.done(found.voided(now()))
                : Outcome.refused(Refusal.of("CASE_CLOSED").with("case", id).with("status", "approvalStatus." + found.view().status())))
                .whenDone(view -> audit.record(id.value(), "CASE_VOIDED", actor, reasonCode));
    }

    /** What would bar this person from deciding now, before any verdict is given; empty if nothing does. */
    @Transactional(readOnly = true)
    public List<Refusal> obstacles(ApprovalCaseId id, PersonId officer) {
        Optional<ApprovalCase> found = cases.find(id);
        if (found.isEmpty()) {
            return List.of(unknown(id));
        }
        return people.find(officer).map(person -> found.get().obstacle(person).stream().toList())
                .orElseGet(() -> List.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + found.get().view().currentTier())));
    }

    @Transactional(readOnly = true)
    public Optional<ApprovalCaseView> find(ApprovalCaseId id) {
        return cases.find(id).map(ApprovalCase::view);
    }

    /** All cases of a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<ApprovalCaseView> history(String subjectType, String subjectId) {
        return cases.of(subjectType, subjectId).stream().map(ApprovalCase::view).toList();
    }

    /** Cases a decision ended in that time, oldest first. */
    @Transactional(readOnly = true)
    public List<ApprovalCaseId> decidedBetween(Instant from, Instant until) {
        return cases.decidedBetween(from, until);
    }

    /**
     * Reads, changes and stores a case; if somebody else was faster, reads and judges it anew, so that of two parallel
     * decisions the second meets what the first has left.
     */
    private Outcome<ApprovalCaseView> change(ApprovalCaseId id, Function<ApprovalCase, Outcome<ApprovalCase>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ApprovalCase> found = cases.find(id);
            if (found.isEmpty()) {
                return Outcome.refused(unknown(id));
            }
            Outcome<ApprovalCase> changed = change.apply(found.get());
            if (!changed.isDone() || cases.update(changed.orElseThrow())) {
                return changed.map(ApprovalCase::view);
            }
        }
        throw new OptimisticLockingFailureException("no turn for case " + id);
    }

    private void record(ApprovalCaseView view, ApprovalCaseView.Decision decision) {
        cases.insert(view, decision);
        audit.record(view.id().value(), "APPROVAL_" + decision.verdict(), decision.officer(),
                decision.tier() + " " + decision.reasonCode() + " -> " + view.status());
        if (!view.isOpen()) {
            events.publishEvent(new CaseDecided(view.id()));
        }
    }

    private Committee committee() {
        Set<PersonId> members = people.inRole(Role.COMMITTEE_MEMBER).stream().filter(Person::headOffice).map(Person::id).collect(Collectors.toSet());
        return new Committee(members, chair);
    }

    private static List<Refusal> refusals(OpenApproval command) {
        List<Refusal> refusals = new ArrayList<>();
        if (!command.amount().currency().equals(Money.CNY) || !command.exposure().currency().equals(Money.CNY)) {
            refusals.add(Refusal.of("AUTHORITY_IN_YUAN_ONLY").at("amount").with("currency", command.amount().currency()));
        } else if (command.amount().isNegative()) {
            refusals.add(Refusal.of("AMOUNT_NEGATIVE").at("amount").with("amount", command.amount()));
        }
        if (command.subjectHash().isBlank() || command.subjectHash().length() > 128) {
            refusals.add(Refusal.of("PROPOSAL_HASH_MISSING").at("subjectHash"));
        }
        return refusals;
    }

    private static Refusal unknown(ApprovalCaseId id) {
        return Refusal.of("CASE_UNKNOWN").with("case", id);
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
