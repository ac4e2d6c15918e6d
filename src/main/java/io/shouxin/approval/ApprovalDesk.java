package io.shouxin.approval;

import io.shouxin.identity.People;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int LONGEST_REASON = 500;

    private final CaseBook book;
    private final Bench bench;
    private final PolicyBook policies;
    private final People people;
    private final BusinessNumbers numbers;

    ApprovalDesk(CaseBook book, Bench bench, PolicyBook policies, People people, BusinessNumbers numbers) {
        this.book = book;
        this.bench = bench;
        this.policies = policies;
        this.people = people;
        this.numbers = numbers;
    }

    /**
     * Opens a case and names its tiers by the letter of authority for its kind, for credit policy {@code approval-authority}: all
     * from the first one the letter asks, as a rule the credit manager, up to the one whose authority covers it. The open case of the same proposal is answered as it is; an open case of an
     * earlier version of the proposal is voided.
     */
    public Outcome<ApprovalCaseView> open(OpenApproval command, PersonId actor) {
        List<Refusal> refusals = refusals(command);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<ApprovalCaseView.Conflict> declaredBefore = new ArrayList<>();
        int returns = 0;
        for (ApprovalCase earlier : book.cases().of(command.subjectType(), command.subjectId())) {
            earlier.view().conflicts().stream().filter(conflict -> declaredBefore.stream()
                    .noneMatch(known -> known.officer().equals(conflict.officer()))).forEach(declaredBefore::add);
            returns = earlier.view().course().returns() + (isReturned(earlier.view()) ? 1 : 0);
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
        List<Tier> tiers = command.authority().ladder(authority, command.straightThroughEligible());
        CaseRules rules = tiers.contains(Tier.STRAIGHT_THROUGH) ? CaseRules.OF_OLD : rules(command, exposure);
        ApprovalCaseView opened = new ApprovalCaseView(id, command.subjectType(), command.subjectId(), command.subjectHash(),
                command.amount(), exposure, command.gradeCode(), tiers, tiers.get(0), ApprovalStatus.OPEN, authority.version(),
                command.barred(rules.fourEyes()), declaredBefore, List.of(), ApprovalCourse.begun(returns, command.madeBy(), rules), List.of(),
                book.now(), Optional.empty());
        book.cases().insert(opened);
        return opened.isStraightThrough() ? Outcome.done(opened) : book.change(id, Outcome::done);
    }

    private CaseRules rules(OpenApproval command, Money exposure) {
        PolicyDecision said = policies.evaluate(CaseRules.POLICY, command.asOf(), CaseRules.question(command.subjectType(), exposure.amount()));
        return CaseRules.of(said.only(), said.version());
    }

    /** A return by an officer counts; taking a submission back oneself doesn't. */
    private static boolean isReturned(ApprovalCaseView earlier) {
        return earlier.status() == ApprovalStatus.RETURNED && earlier.standing().stream().anyMatch(decision -> decision.verdict() == Verdict.RETURN);
    }

    /**
     * Takes one officer's decision and moves the case: to the next tier, to the signers he adds, or to its end. A return beyond the number
     * the rules allow goes to the next tier instead.
     */
    public Outcome<ApprovalCaseView> decide(Decide command, PersonId officer) {
        return book.act(command.caseId(), command.verdict().verb(), command.tier(), officer, command.principal(), (found, actor) -> {
            List<Refusal> refusals = DecisionForm.refusals(command, found.view());
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            ApprovalCaseView view = found.view();
            if (command.verdict() == Verdict.RETURN && view.course().returns() >= view.course().rules().mostReturns()) {
                return escalated(found, actor, command.comment());
            }
            ApprovalCaseView.Decision decision = new ApprovalCaseView.Decision(command.tier(), officer, command.verdict(), command.reasonCode(),
                    command.comment(), book.now(), actor.principal(), command.conditions(), 0, true);
            return Signers.round(command.signers(), view, actor, people).map(round ->
                    found.decided(decision, round, bench.committee(view.course().rules())));
        });
    }

    private Outcome<ApprovalCase> escalated(ApprovalCase found, Actor actor, String questions) {
        Tier tier = found.view().currentTier();
        return tier.above().<Outcome<ApprovalCase>>map(above -> Outcome.done(found.escalated(
                        ApprovalAct.of(Verb.RETURN, actor, tier, "", questions, book.now()),
                        ApprovalAct.ofSystem(Verb.ESCALATE, tier, above.name(), "TOO_MANY_RETURNS", book.now()), above)))
                .orElseGet(() -> Outcome.refused(Refusal.of("RETURNS_EXHAUSTED").at("verdict").with("most", found.view().course().rules().mostReturns())));
    }

    /** Approves a case the policy lets pass without a person; recorded as the decision of {@link #SYSTEM} by that policy version. */
    public Outcome<ApprovalCaseView> approveStraightThrough(ApprovalCaseId id) {
        return book.change(id, found -> {
            if (!found.view().isStraightThrough()) {
                return Outcome.refused(Refusal.of("NOT_STRAIGHT_THROUGH").with("case", id).with("tier", "tier." + found.view().currentTier()));
            }
            if (!found.view().isOpen()) {
                return Outcome.refused(Refusal.of("CASE_CLOSED").with("case", id).with("status", "approvalStatus." + found.view().status()));
            }
            ApprovalCaseView.Decision decision = new ApprovalCaseView.Decision(Tier.STRAIGHT_THROUGH, SYSTEM, Verdict.APPROVE, "",
                    "approval-authority " + found.view().policyVersion(), book.now());
            return Outcome.done(found.decided(decision, Optional.empty(), new Committee(Set.of(), SYSTEM)));
        });
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
        return book.act(id, Verb.DECLARE_CONFLICT, officer, Optional.empty(), (found, actor) -> {
            ApprovalCase after = found.withConflict(new ApprovalCaseView.Conflict(officer, kind, kept),
                    ApprovalAct.of(Verb.DECLARE_CONFLICT, actor, found.view().currentTier(), kind.name(), kept, book.now()));
            return Outcome.done(after.view().course().turn() != Turn.SIGNERS ? after : after.signersAside(after.view().course().signing().orElseThrow()
                    .without(signer -> !bench.maySign(after.view(), signer)), book.now()));
        });
    }

    /** Open cases on which nobody, or too few, may or can decide as things stand, with the reason's code. */
    @Transactional(readOnly = true)
    public Map<ApprovalCaseView, String> stalled() {
        Map<ApprovalCaseView, String> stalled = new LinkedHashMap<>();
        book.cases().openWith(Verb.STALLED).forEach(found -> bench.stall(found.view()).ifPresent(reason -> stalled.put(found.view(), reason)));
        return stalled;
    }

    /** Looks at the cases before the committee again after people came, went or were replaced: which can no longer be decided is noted and told, once. */
    public void watch() {
        book.cases().beforeTheCommittee().forEach(found -> book.watch(found.view().id()));
    }

    /** Ends an open case because its subject was amended or withdrawn. A case already closed is answered as it is. */
    public Outcome<ApprovalCaseView> voidCase(ApprovalCaseId id, String reasonCode, PersonId actor) {
        Optional<ApprovalCase> known = book.cases().find(id);
        if (known.isPresent() && !known.get().view().isOpen()) {
            return Outcome.done(known.get().view());
        }
        return book.change(id, found -> found.view().isOpen()
                ? Outcome.done(found.voided(new ApprovalAct(0, Verb.VOID, actor, Optional.empty(), found.view().currentTier(), "", reasonCode, book.now())))
                : Outcome.refused(Refusal.of("CASE_CLOSED").with("case", id).with("status", "approvalStatus." + found.view().status())));
    }

    /** What would bar this person from deciding now, before any verdict is given; empty if nothing does. */
    @Transactional(readOnly = true)
    public List<Refusal> obstacles(ApprovalCaseId id, PersonId officer) {
        Optional<ApprovalCaseView> found = find(id);
        if (found.isEmpty()) {
            return List.of(Refusal.of("CASE_UNKNOWN").with("case", id));
        }
        ApprovalCaseView view = found.get();
        return people.find(officer).map(person -> book.actor(view, Verb.APPROVE, person, Optional.empty()))
                .map(actor -> actor.isDone() ? new WhoMay(view, bench.committee(view.course().rules())).tierAct(actor.orElseThrow(), view.currentTier())
                        .stream().toList() : actor.refusals())
                .orElseGet(() -> List.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + view.currentTier())));
    }

    /** What speaks against this officer's doing that now, whatever he would hand in; empty if nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refusal> refusal(ApprovalCaseId id, Verb verb, PersonId officer) {
        Optional<ApprovalCaseView> found = find(id);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("CASE_UNKNOWN").with("case", id));
        }
        ApprovalCaseView view = found.get();
        Optional<Outcome<Actor>> actor = people.find(officer).map(person -> verb == Verb.SIGN ? bench.signer(person, view)
                : book.actor(view, verb, person, Optional.empty()));
        return actor.map(known -> known.isDone() ? new WhoMay(view, bench.committee(view.course().rules())).refusal(verb, known.orElseThrow(),
                        view.currentTier()) : known.refusals().stream().findFirst())
                .orElseGet(() -> Optional.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + view.currentTier())));
    }

    /** Whether this officer may be added as a signer: he has no hand in the case and has not been heard. */
    public boolean maySign(ApprovalCaseView view, PersonId officer) {
        return !view.isBarred(officer);
    }

    @Transactional(readOnly = true)
    public Optional<ApprovalCaseView> find(ApprovalCaseId id) {
        return book.cases().find(id).map(ApprovalCase::view);
    }

    /** All cases of a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<ApprovalCaseView> history(String subjectType, String subjectId) {
        return book.cases().of(subjectType, subjectId).stream().map(ApprovalCase::view).toList();
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

    /** How many cases of a kind were approved in that time. */
    @Transactional(readOnly = true)
    public int approvedBetween(String subjectType, Instant from, Instant until) {
        return book.cases().approvedBetween(subjectType, from, until);
    }

    /** Cases a decision ended in that time, oldest first. */
    @Transactional(readOnly = true)
    public List<ApprovalCaseId> decidedBetween(Instant from, Instant until) {
        return book.cases().decidedBetween(from, until);
    }
}
