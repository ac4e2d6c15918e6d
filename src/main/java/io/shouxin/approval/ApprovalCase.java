package io.shouxin.approval;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An approval case and the rules by which it moves. Immutable: a decision answers the case as it stands afterwards.
 *
 * @param version rises with every change; a change based on an older version is not stored
 */
record ApprovalCase(ApprovalCaseView view, long version) {

    private static final int LONGEST_COMMENT = 2000;
    private static final Pattern REASON_CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    /** What bars this person from deciding at the open tier, whatever the verdict; the first that holds, in order of precedence. */
    Optional<Refusal> obstacle(Person officer) {
        return obstacle(officer, view.currentTier());
    }

    private Optional<Refusal> obstacle(Person officer, Tier tier) {
        if (officer.is(Role.AUDITOR)) {
            return refuse("NOT_ALLOWED_AUDITOR");
        }
        if (officer.is(Role.ADMINISTRATOR)) {
            return refuse("NOT_ALLOWED_ADMIN");
        }
        if (view.madeBy().contains(officer.id())) {
            return refuse("OWN_CASE");
        }
        if (view.conflicts().stream().anyMatch(conflict -> conflict.officer().equals(officer.id()))) {
            return refuse("CONFLICT_DECLARED");
        }
        if (view.decisions().stream().anyMatch(decision -> decision.officer().equals(officer.id()))) {
            return refuse("ALREADY_DECIDED");
        }
        if (!view.isOpen()) {
            return Optional.of(Refusal.of("CASE_CLOSED").with("case", view.id()).with("status", "approvalStatus." + view.status()));
        }
        if (tier != view.currentTier()) {
            return Optional.of(Refusal.of("TIER_NOT_OPEN").with("tier", "tier." + tier).with("open", "tier." + view.currentTier()));
        }
        if (tier.role().filter(officer::is).isEmpty()) {
            return Optional.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + tier));
        }
        return Optional.empty();
    }

    /** Everything that speaks against this decision; empty if it may be taken. */
    List<Refusal> refusals(Decide command, Person officer, Committee committee) {
        Optional<Refusal> obstacle = obstacle(officer, command.tier());
        if (obstacle.isPresent()) {
            return List.of(obstacle.get());
        }
        if (!command.proposalHash().equals(view.subjectHash())) {
            return List.of(Refusal.of("PROPOSAL_CHANGED").with("case", view.id()));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (command.verdict() == Verdict.DECLINE && command.reasonCode().isEmpty()) {
            refusals.add(Refusal.of("REASON_REQUIRED").at("reasonCode"));
        } else if (!command.reasonCode().isEmpty() && !REASON_CODE.matcher(command.reasonCode()).matches()) {
            refusals.add(Refusal.of("REASON_MALFORMED").at("reasonCode"));
        }
        if (command.verdict() == Verdict.RETURN && command.comment().isEmpty()) {
            refusals.add(Refusal.of("QUESTIONS_REQUIRED").at("comment"));
        }
        if (command.comment().length() > LONGEST_COMMENT) {
            refusals.add(Refusal.of("COMMENT_TOO_LONG").at("comment").with("most", LONGEST_COMMENT));
        }
        if (command.verdict() == Verdict.ABSTAIN && command.tier() != Tier.COMMITTEE) {
            refusals.add(Refusal.of("ABSTAIN_NOT_ALLOWED").at("verdict"));
        }
        if (command.verdict() == Verdict.RETURN && command.tier() == Tier.COMMITTEE && !committee.isChair(officer.id())) {
            refusals.add(Refusal.of("ONLY_CHAIR_RETURNS").at("verdict"));
        }
        return refusals;
    }

    /** The case after a decision against which nothing speaks. */
    ApprovalCase decided(ApprovalCaseView.Decision decision, Committee committee) {
        List<ApprovalCaseView.Decision> decisions = Stream.concat(view.decisions().stream(), Stream.of(decision)).toList();
        int step = view.tiers().indexOf(view.currentTier());
        boolean last = step == view.tiers().size() - 1;
        return switch (ruling(decision, decisions, committee)) {
            case OPEN -> with(view.currentTier(), ApprovalStatus.OPEN, decisions, null);
            case APPROVED -> last ? with(view.currentTier(), ApprovalStatus.APPROVED, decisions, decision.decidedAt())
                    : with(view.tiers().get(step + 1), ApprovalStatus.OPEN, decisions, null);
            case DECLINED -> with(view.currentTier(), ApprovalStatus.DECLINED, decisions, decision.decidedAt());
            case RETURNED -> with(view.currentTier(), ApprovalStatus.RETURNED, decisions, decision.decidedAt());
            case VOIDED -> throw new IllegalStateException("a decision voids nothing");
        };
    }

    /** What the open tier says, after this decision. */
    private ApprovalStatus ruling(ApprovalCaseView.Decision decision, List<ApprovalCaseView.Decision> decisions, Committee committee) {
        if (view.currentTier() != Tier.COMMITTEE) {
            return switch (decision.verdict()) {
                case APPROVE -> ApprovalStatus.APPROVED;
                case DECLINE -> ApprovalStatus.DECLINED;
                case RETURN -> ApprovalStatus.RETURNED;
                case ABSTAIN -> throw new IllegalStateException("only the committee abstains");
            };
        }
        Set<PersonId> barred = new HashSet<>(view.madeBy());
        view.conflicts().forEach(conflict -> barred.add(conflict.officer()));
        decisions.stream().filter(earlier -> earlier.tier() != Tier.COMMITTEE).forEach(earlier -> barred.add(earlier.officer()));
        return committee.rule(decisions.stream().filter(vote -> vote.tier() == Tier.COMMITTEE).toList(), barred);
    }

    /**
     * The case after an officer declared a conflict. If that leaves the committee without a majority to be reached, the next
     * vote ends the case; the declaration itself decides nothing.
     */
    ApprovalCase withConflict(ApprovalCaseView.Conflict declared) {
        List<ApprovalCaseView.Conflict> conflicts = Stream.concat(view.conflicts().stream(),
                Stream.of(declared)).toList();
        return new ApprovalCase(new ApprovalCaseView(view.id(), view.subjectType(), view.subjectId(), view.subjectHash(), view.amount(),
                view.exposure(), view.gradeCode(), view.tiers(), view.currentTier(), view.status(), view.policyVersion(), view.madeBy(),
                conflicts, view.decisions(), view.openedAt(), view.closedAt()), version + 1);
    }

    ApprovalCase voided(Instant at) {
        return with(view.currentTier(), ApprovalStatus.VOIDED, view.decisions(), at);
    }

    private ApprovalCase with(Tier tier, ApprovalStatus status, List<ApprovalCaseView.Decision> decisions, Instant closedAt) {
        return new ApprovalCase(new ApprovalCaseView(view.id(), view.subjectType(), view.subjectId(), view.subjectHash(), view.amount(),
                view.exposure(), view.gradeCode(), view.tiers(), tier, status, view.policyVersion(), view.madeBy(), view.conflicts(),
                decisions, view.openedAt(), Optional.ofNullable(closedAt)), version + 1);
    }

    private static Optional<Refusal> refuse(String code) {
        return Optional.of(Refusal.of(code));
    }
}
