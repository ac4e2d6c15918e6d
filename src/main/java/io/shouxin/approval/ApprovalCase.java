package io.shouxin.approval;

import io.shouxin.approval.ApprovalCaseView.Decision;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An approval case and the ways it moves. Immutable: an act answers the case as it stands afterwards. Whether somebody may act
 * is asked of {@link WhoMay} before.
 *
 * @param version as it was read; a change based on an older version than the stored one is not stored
 */
record ApprovalCase(ApprovalCaseView view, long version) {

    /** The case after a decision against which nothing speaks. */
    ApprovalCase decided(Decision decision, Optional<SigningRound> signersAfter, Committee committee) {
        Decision kept = new Decision(decision.tier(), decision.officer(), decision.verdict(), decision.reasonCode(), decision.comment(),
                decision.decidedAt(), decision.principal(), decision.conditions(), nextNo(), true);
        ApprovalCase heard = new ApprovalCase(copy(view.tiers(), view.currentTier(), view.status(), view.conflicts(), plus(view.decisions(), kept),
                view.course().toTier(view.currentTier() == Tier.COMMITTEE ? Optional.empty() : view.course().addressee()), view.acts(), null), version);
        if (signersAfter.isPresent()) {
            return heard.at(view.currentTier(), heard.view.course().asking(signersAfter.get()));
        }
        return switch (heard.ruling(decision, committee)) {
            case OPEN -> heard;
            case APPROVED -> heard.approvedAtItsTier(decision.decidedAt());
            case DECLINED -> heard.closed(ApprovalStatus.DECLINED, decision.decidedAt());
            case RETURNED -> heard.closed(ApprovalStatus.RETURNED, decision.decidedAt());
            case VOIDED -> throw new IllegalStateException("a decision voids nothing");
        };
    }

    private ApprovalCase approvedAtItsTier(Instant at) {
        int step = view.tiers().indexOf(view.currentTier());
        return step == view.tiers().size() - 1 ? closed(ApprovalStatus.APPROVED, at)
                : at(view.tiers().get(step + 1), view.course().toTier(Optional.empty()));
    }

    /** What the open tier says, after this decision. */
    private ApprovalStatus ruling(Decision decision, Committee committee) {
        if (view.currentTier() != Tier.COMMITTEE) {
            return switch (decision.verdict()) {
                case APPROVE, CONDITIONAL -> ApprovalStatus.APPROVED;
                case DECLINE -> ApprovalStatus.DECLINED;
                case RETURN -> ApprovalStatus.RETURNED;
                case ABSTAIN -> throw new IllegalStateException("only the committee abstains");
            };
        }
        return committee.rule(view.standing().stream().filter(vote -> vote.tier() == Tier.COMMITTEE).toList(), barredFromVoting());
    }

    private Set<PersonId> barredFromVoting() {
        Set<PersonId> barred = new HashSet<>(view.madeBy());
        view.conflicts().forEach(conflict -> barred.add(conflict.officer()));
        view.standing().stream().filter(earlier -> earlier.tier() != Tier.COMMITTEE)
                .forEach(earlier -> barred.addAll(Stream.concat(Stream.of(earlier.officer()), earlier.principal().stream()).toList()));
        view.acts().stream().filter(act -> act.verb() == Verb.SIGN).forEach(act -> barred.add(act.actor()));
        return barred;
    }

    /** An earlier tier decides anew: what was decided there and since no longer stands; who decided there gets the case first. */
    ApprovalCase backTo(Tier tier, ApprovalAct act) {
        Optional<PersonId> before = view.standing().stream().filter(decision -> decision.tier() == tier).map(Decision::officer).findFirst();
        ApprovalCourse course = view.course().returnedOnceMore().toTier(before)
                .without(places(decision -> decision.standing() && decision.tier().compareTo(tier) >= 0));
        return noted(act).at(tier, course);
    }

    /** Too many returns: the next tier decides, whatever the ladder was. */
    ApprovalCase escalated(ApprovalAct question, ApprovalAct escalation, Tier above) {
        return noted(question).noted(escalation).climbedTo(above);
    }

    /** As long as nobody is there to decide at the open tier, the next one is asked. */
    ApprovalCase passedUp(Predicate<ApprovalCase> anybody, Instant at) {
        ApprovalCase now = this;
        while (now.view.isOpen() && now.view.course().turn() == Turn.TIER && now.view.currentTier() != Tier.COMMITTEE && !anybody.test(now)) {
            Tier above = now.view.currentTier().above().orElseThrow();
            now = now.noted(ApprovalAct.ofSystem(Verb.PASS_UP, now.view.currentTier(), above.name(), "NOBODY_ABLE", at)).climbedTo(above);
        }
        return now;
    }

    private ApprovalCase climbedTo(Tier above) {
        List<Tier> ladder = view.tiers().contains(above) ? view.tiers() : plus(view.tiers(), above);
        return new ApprovalCase(copy(ladder, above, view.status(), view.conflicts(), view.decisions(), view.course().toTier(Optional.empty()),
                view.acts(), null), version);
    }

    /** Colleagues are asked before the approver decides. */
    ApprovalCase asking(SigningRound round, ApprovalAct act) {
        return noted(act).at(view.currentTier(), view.course().asking(round));
    }

    /**
     * An added signer has signed, or was taken off. When nobody is waited for any more, the case goes back to who added them; after an
     * approval nobody objected to it goes on as approved, after an objection the approval no longer stands.
     */
    ApprovalCase signed(SigningRound round, ApprovalAct act) {
        ApprovalCase noted = noted(act).at(view.currentTier(), view.course().asking(round));
        return round.isOver() ? noted.ended(round, act.at()) : noted;
    }

    private ApprovalCase ended(SigningRound round, Instant at) {
        return round.place() == SigningOrder.Place.BEFORE || round.objected() ? backToWhoAdded(round)
                : at(view.currentTier(), view.course().toTier(Optional.empty())).approvedAtItsTier(at);
    }

    /** An approval of his that the signers were to follow no longer stands. */
    private ApprovalCase backToWhoAdded(SigningRound round) {
        ApprovalCourse back = view.course().toTier(Optional.of(round.addedBy()));
        return at(view.currentTier(), round.place() == SigningOrder.Place.BEFORE ? back
                : back.without(places(decision -> decision.standing() && decision.officer().equals(round.addedBy()))));
    }

    ApprovalCase awaiting(ApprovalCourse.DocumentRequest request, ApprovalAct act) {
        return noted(act).at(view.currentTier(), view.course().awaiting(request));
    }

    ApprovalCase documentsBrought(ApprovalAct act) {
        Optional<PersonId> asker = view.currentTier() == Tier.COMMITTEE ? Optional.empty() : view.course().addressee();
        return noted(act).at(view.currentTier(), view.course().toTier(asker));
    }

    /** An officer takes his decision back; the case is his again. */
    ApprovalCase takenBack(PersonId officer, ApprovalAct act) {
        Decision own = view.standing().stream().filter(decision -> decision.officer().equals(officer)).findFirst().orElseThrow();
        Optional<PersonId> addressee = own.tier() == Tier.COMMITTEE ? Optional.empty() : Optional.of(officer);
        return noted(act).at(own.tier(), view.course().toTier(addressee).without(List.of(view.decisions().indexOf(own))));
    }

    /** Who submitted it takes it back to amend it. */
    ApprovalCase recalled(ApprovalAct act) {
        return noted(act).closed(ApprovalStatus.RETURNED, act.at());
    }

    ApprovalCase handedTo(PersonId officer, ApprovalAct act) {
        return noted(act).at(view.currentTier(), view.course().toTier(Optional.of(officer)));
    }

    /**
     * Added signers stood aside. The others go on without them; when nobody is waited for any more the round ends as ever, but where nobody was
     * heard at all the approver gets the case back, and an approval that was to be signed after him no longer stands.
     */
    ApprovalCase signersAside(SigningRound round, Instant at) {
        ApprovalCase now = at(view.currentTier(), view.course().asking(round));
        if (!round.isOver()) {
            return now;
        }
        if (!round.isUnheard()) {
            return now.ended(round, at);
        }
        return now.noted(ApprovalAct.ofSystem(Verb.SIGNERS_GONE, view.currentTier(), "", "ALL_SIGNERS_ASIDE", at)).backToWhoAdded(round);
    }

    /**
     * The case after an officer declared a conflict. If that leaves the committee without a majority to be reached, the next
     * vote ends the case; the declaration itself decides nothing.
     */
    ApprovalCase withConflict(ApprovalCaseView.Conflict declared, ApprovalAct act) {
        ApprovalCase noted = noted(act);
        ApprovalCourse course = view.course().addressee().filter(declared.officer()::equals).isPresent() && view.course().turn() == Turn.TIER
                ? view.course().toTier(Optional.empty()) : view.course();
        return new ApprovalCase(copy(view.tiers(), view.currentTier(), view.status(), plus(view.conflicts(), declared), view.decisions(),
                course, noted.view.acts(), null), noted.version);
    }

    ApprovalCase voided(ApprovalAct act) {
        return noted(act).closed(ApprovalStatus.VOIDED, act.at());
    }

    /** The same case with one more line in its history. */
    ApprovalCase noted(ApprovalAct act) {
        ApprovalAct kept = new ApprovalAct(nextNo(), act.verb(), act.actor(), act.principal(), act.tier(), act.target(), act.reason(), act.at());
        return new ApprovalCase(copy(view.tiers(), view.currentTier(), view.status(), view.conflicts(), view.decisions(), view.course(),
                plus(view.acts(), kept), null), version);
    }

    private long nextNo() {
        return Stream.concat(view.decisions().stream().map(Decision::no), view.acts().stream().map(ApprovalAct::no)).mapToLong(Long::longValue)
                .max().orElse(0) + 1;
    }

    private List<Integer> places(Predicate<Decision> which) {
        return IntStream.range(0, view.decisions().size()).filter(place -> which.test(view.decisions().get(place))).boxed().toList();
    }

    private ApprovalCase at(Tier tier, ApprovalCourse course) {
        return new ApprovalCase(copy(view.tiers(), tier, view.status(), view.conflicts(), view.decisions(), course, view.acts(), null), version);
    }

    private ApprovalCase closed(ApprovalStatus status, Instant at) {
        return new ApprovalCase(copy(view.tiers(), view.currentTier(), status, view.conflicts(), view.decisions(), view.course(), view.acts(), at), version);
    }

    private ApprovalCaseView copy(List<Tier> tiers, Tier tier, ApprovalStatus status, List<ApprovalCaseView.Conflict> conflicts,
            List<Decision> decisions, ApprovalCourse course, List<ApprovalAct> acts, Instant closedAt) {
        List<Decision> seen = IntStream.range(0, decisions.size()).mapToObj(place -> course.withdrawn().contains(place)
                ? decisions.get(place).withdrawn() : decisions.get(place)).toList();
        return new ApprovalCaseView(view.id(), view.subjectType(), view.subjectId(), view.subjectHash(), view.amount(), view.exposure(),
                view.gradeCode(), tiers, tier, status, view.policyVersion(), view.madeBy(), conflicts, seen, course, acts, view.openedAt(),
                closedAt == null ? view.closedAt() : Optional.of(closedAt));
    }

    private static <T> List<T> plus(Collection<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
