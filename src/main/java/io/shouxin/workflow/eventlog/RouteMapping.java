package io.shouxin.workflow.eventlog;

import static io.shouxin.workflow.eventlog.LoggedActivity.A_ACCEPTED;
import static io.shouxin.workflow.eventlog.LoggedActivity.A_PREACCEPTED;
import static io.shouxin.workflow.eventlog.LoggedActivity.O_CREATED;
import static io.shouxin.workflow.eventlog.LoggedActivity.W_CHANGE_CONTRACT;
import static io.shouxin.workflow.eventlog.LoggedActivity.W_FRAUD;
import static io.shouxin.workflow.eventlog.LoggedActivity.W_INCOMPLETE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the route of a logged case in acts of our process; the guide "imports and walks" has it as a table.
 *
 * <p>The logged bank offers first and examines the file when the offer has come back; our offers bind, so that everything is examined and
 * approved before. What is examined there after an offer is therefore examined here in the approval that offer rests on.
 */
final class RouteMapping {

    private final LoggedCase logged;
    private final List<RouteAct> acts = new ArrayList<>(List.of(RouteAct.APPLY));
    private final Set<RouteDifference> differences = EnumSet.noneOf(RouteDifference.class);
    private final List<OfferRound> rounds = new ArrayList<>();
    private final boolean bySystem;
    private int returnsWithoutOffer;
    private boolean fraudWithoutOffer;

    private RouteMapping(LoggedCase logged) {
        this.logged = logged;
        this.bySystem = logged.events().stream().anyMatch(event -> LoggedOutcome.endedBy(event.activity()).isPresent() && event.bySystem());
        logged.events().stream().filter(LoggedEvent::opens).forEach(this::take);
    }

    static MappedCase of(LoggedCase logged) {
        return new RouteMapping(logged).mapped();
    }

    private void take(LoggedEvent event) {
        switch (event.activity()) {
            case O_CREATED -> rounds.add(new OfferRound());
            case O_SENT_BACK -> last().answered |= !rounds.isEmpty();
            case W_INCOMPLETE -> {
                last().returns++;
                returnsWithoutOffer += rounds.isEmpty() ? 1 : 0;
            }
            case W_FRAUD -> {
                last().fraud = true;
                fraudWithoutOffer |= rounds.isEmpty();
            }
            default -> { }
        }
    }

    /** The offer last made; before the first, one that nobody keeps. */
    private OfferRound last() {
        return rounds.isEmpty() ? new OfferRound() : rounds.get(rounds.size() - 1);
    }

    private MappedCase mapped() {
        boolean proposed = seen(A_ACCEPTED) > 0 || !rounds.isEmpty() || logged.outcome() == LoggedOutcome.APPROVED
                || fraudWithoutOffer || returnsWithoutOffer > 0;
        if (!proposed) {
            endWithoutProposal();
        } else {
            acts.addAll(List.of(RouteAct.DOCUMENTS, RouteAct.ASSESS));
            examine(fraudWithoutOffer, returnsWithoutOffer);
            if (rounds.isEmpty()) {
                endWithoutOffer();
            } else {
                offers();
                endAfterOffer(rounds.get(rounds.size() - 1).answered);
            }
        }
        if (logged.outcome() == LoggedOutcome.DECLINED && seen(A_PREACCEPTED) == 0 && acts.contains(RouteAct.DOCUMENTS)) {
            differences.add(RouteDifference.PAPERS_BEFORE_DECLINING);
        }
        if (seen(W_CHANGE_CONTRACT) > 0) {
            differences.add(RouteDifference.CONTRACT_DETAILS_CHANGED);
        }
        if (AskedAmount.isRaised(logged.amount())) {
            differences.add(RouteDifference.LESS_THAN_THE_LEAST);
        }
        return new MappedCase(logged, new LoggedRoute(acts), differences, milestones());
    }

    private void endWithoutProposal() {
        switch (logged.outcome()) {
            case DECLINED -> acts.addAll(!bySystem ? List.of(RouteAct.DOCUMENTS, RouteAct.UNQUALIFIED)
                    : seen(A_PREACCEPTED) > 0 ? List.of(RouteAct.DOCUMENTS, RouteAct.KNOCKED_OUT) : List.of(RouteAct.SCREENED_OUT));
            case CANCELLED -> acts.add(bySystem ? RouteAct.LAPSE : RouteAct.WITHDRAW);
            default -> acts.add(RouteAct.STAY_OPEN);
        }
    }

    private void endWithoutOffer() {
        switch (logged.outcome()) {
            case DECLINED -> acts.add(RouteAct.DECLINE);
            case CANCELLED -> {
                acts.add(RouteAct.WITHDRAW);
                if (bySystem) {
                    differences.add(RouteDifference.BANK_HAS_THE_FILE);
                }
            }
            case APPROVED -> {
                acts.addAll(List.of(RouteAct.APPROVE, RouteAct.ACCEPT, RouteAct.SIGN));
                differences.add(RouteDifference.ANSWER_NOT_LOGGED);
            }
            case OPEN -> acts.add(RouteAct.STAY_OPEN);
        }
    }

    /** Offers that follow each other unanswered rest on one approval; one that came back is followed by a new one. */
    private void offers() {
        int next = 0;
        while (next < rounds.size()) {
            int first = next;
            while (next < rounds.size() - 1 && !rounds.get(next).answered) {
                next++;
            }
            List<OfferRound> onOneApproval = rounds.subList(first, ++next);
            if (first > 0) {
                acts.add(RouteAct.REVISE);
                differences.add(RouteDifference.ANSWER_WAS_A_COUNTER);
            }
            int returns = onOneApproval.stream().mapToInt(round -> round.returns).sum();
            boolean fraud = onOneApproval.stream().anyMatch(round -> round.fraud);
            examine(fraud, returns);
            if (fraud || returns > 0) {
                differences.add(RouteDifference.EXAMINED_BEFORE_THE_OFFER);
            }
            acts.add(RouteAct.APPROVE);
            acts.addAll(Collections.nCopies(onOneApproval.size() - 1, RouteAct.OFFER_AGAIN));
        }
    }

    private void examine(boolean fraud, int returns) {
        if (fraud) {
            acts.add(RouteAct.ADDED_SIGNER);
        }
        acts.addAll(Collections.nCopies(returns, RouteAct.RETURNED));
    }

    private void endAfterOffer(boolean answered) {
        switch (logged.outcome()) {
            case APPROVED -> {
                acts.addAll(List.of(RouteAct.ACCEPT, RouteAct.SIGN));
                if (!answered) {
                    differences.add(RouteDifference.ANSWER_NOT_LOGGED);
                }
            }
            case DECLINED -> {
                acts.addAll(answered ? List.of(RouteAct.ACCEPT, RouteAct.BANK_REFUSES) : List.of(RouteAct.REVISE, RouteAct.DECLINE));
                if (!answered) {
                    differences.add(RouteDifference.OPEN_OFFER_STANDS);
                }
            }
            case CANCELLED -> {
                if (answered) {
                    acts.add(RouteAct.ACCEPT);
                }
                acts.add(bySystem ? RouteAct.LAPSE : answered ? RouteAct.WITHDRAW : RouteAct.REFUSE_OFFER);
            }
            case OPEN -> acts.addAll(answered ? List.of(RouteAct.ACCEPT, RouteAct.STAY_OPEN) : List.of(RouteAct.STAY_OPEN));
        }
    }

    private Map<Milestone, Integer> milestones() {
        Map<Milestone, Integer> reached = new EnumMap<>(Milestone.class);
        reached.put(Milestone.SUBMITTED, 1);
        reached.put(Milestone.DOCUMENTS_ASKED, seen(A_PREACCEPTED));
        reached.put(Milestone.PROPOSED, Math.min(1, seen(A_ACCEPTED)));
        reached.put(Milestone.OFFERED, seen(O_CREATED));
        reached.put(Milestone.ANSWERED, (int) rounds.stream().filter(round -> round.answered).count());
        reached.put(Milestone.RETURNED, seen(W_INCOMPLETE));
        reached.put(Milestone.EXAMINED, Math.min(1, seen(W_FRAUD)));
        reached.put(Milestone.APPROVED, logged.outcome() == LoggedOutcome.APPROVED ? 1 : 0);
        return reached;
    }

    private int seen(LoggedActivity activity) {
        return (int) logged.events().stream().filter(event -> event.activity() == activity && event.opens()).count();
    }

    /** One offer, and what happened until the next one. */
    private static final class OfferRound {
        private boolean answered;
        private int returns;
        private boolean fraud;
    }
}
