package io.shouxin.approval;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may do what with a case as it stands: the first reason against it, in one order of precedence. Says nothing of what is
 * handed in. Every pair of person, state and act is a row of the test's table.
 */
final class WhoMay {

    private final ApprovalCaseView view;
    private final Committee committee;

    WhoMay(ApprovalCaseView view, Committee committee) {
        this.view = view;
        this.committee = committee;
    }

    /** @param tier the tier the officer believes to be deciding; asked for acts of the tier only */
    Optional<Refusal> refusal(Verb verb, Actor actor, Tier tier) {
        Optional<Refusal> watcher = watcher(actor.person());
        if (watcher.isPresent()) {
            return watcher;
        }
        return switch (verb) {
            case DECLARE_CONFLICT -> conflict(actor);
            case SIGN -> signing(actor);
            case REMOVE_SIGNER -> removing(actor.id());
            case BRING_DOCUMENTS -> bringing(actor);
            case TAKE_BACK -> takingBack(actor.id());
            case RECALL -> recalling(actor.id());
            case URGE -> urging(actor);
            case STAND_IN, REASSIGN, ESCALATE, PASS_UP, LAPSE, SIGNERS_GONE, STALLED, VOID -> throw new IllegalArgumentException(verb + " is the bank's own act");
            default -> tierAct(actor, tier).or(() -> special(verb, actor));
        };
    }

    private static Optional<Refusal> watcher(Person person) {
        return person.is(Role.AUDITOR) ? refuse("NOT_ALLOWED_AUDITOR") : person.is(Role.ADMINISTRATOR) ? refuse("NOT_ALLOWED_ADMIN") : Optional.empty();
    }

    /** What bars this officer from acting at that tier, whatever he wants to do there. */
    Optional<Refusal> tierAct(Actor actor, Tier tier) {
        Optional<Refusal> barred = watcher(actor.person()).or(() -> barred(actor));
        if (barred.isPresent()) {
            return barred;
        }
        if (!view.isOpen()) {
            return closed();
        }
        if (tier != view.currentTier()) {
            return Optional.of(Refusal.of("TIER_NOT_OPEN").with("tier", "tier." + tier).with("open", "tier." + view.currentTier()));
        }
        if (!holds(actor, tier)) {
            return Optional.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + tier));
        }
        return switch (view.course().turn()) {
            case TIER -> Optional.empty();
            case SIGNERS -> refuse("SIGNERS_ARE_ASKED");
            case DOCUMENTS, CUSTOMER_DOCUMENTS -> refuse("DOCUMENTS_ARE_AWAITED");
        };
    }

    private Optional<Refusal> barred(Actor actor) {
        return bar(actor.id()).or(() -> actor.principal().flatMap(this::bar).map(of -> Refusal.of("PRINCIPAL_BARRED").with("principal",
                actor.principal().orElseThrow())));
    }

    private Optional<Refusal> bar(PersonId person) {
        if (view.madeBy().contains(person)) {
            return refuse("OWN_CASE");
        }
        if (view.hasConflict(person)) {
            return refuse("CONFLICT_DECLARED");
        }
        return view.hasSpoken(person) ? refuse("ALREADY_DECIDED") : Optional.empty();
    }

    /** The tier's authority: one's own, or that of the absent officer one stands in for, which one has to hold oneself. */
    private boolean holds(Actor actor, Tier tier) {
        Optional<Role> role = tier.role();
        if (role.isEmpty()) {
            return false;
        }
        if (tier == Tier.COMMITTEE) {
            return actor.person().is(role.get()) && committee.members().contains(actor.place());
        }
        return actor.standsInFor().map(principal -> principal.is(role.get()) && tier.isWithin(actor.person())).orElseGet(() -> actor.person().is(role.get()));
    }

    private Optional<Refusal> special(Verb verb, Actor actor) {
        if (view.currentTier() == Tier.COMMITTEE) {
            return switch (verb) {
                case RETURN, RETURN_TO_TIER -> committee.isChair(actor.place()) ? Optional.empty() : refuse("ONLY_CHAIR_RETURNS");
                case ASK_FOR_DOCUMENTS -> committee.isChair(actor.place()) ? Optional.empty() : refuse("ONLY_CHAIR_ASKS");
                case ADD_SIGNERS -> refuse("NO_SIGNERS_IN_COMMITTEE");
                case HAND_OVER -> refuse("SEAT_NOT_HANDED_OVER");
                default -> Optional.empty();
            };
        }
        return switch (verb) {
            case ABSTAIN -> refuse("ABSTAIN_NOT_ALLOWED");
            case RETURN_TO_TIER -> view.tiers().indexOf(view.currentTier()) < 1 ? refuse("NO_EARLIER_TIER") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> conflict(Actor actor) {
        return !view.isOpen() ? closed() : view.hasConflict(actor.id()) ? refuse("CONFLICT_DECLARED")
                : actor.person().isOfficer() ? Optional.empty() : Optional.of(Refusal.of("NOT_IN_TIER").with("tier", "tier." + view.currentTier()));
    }

    private Optional<Refusal> signing(Actor actor) {
        Optional<Refusal> barred = barred(actor);
        if (barred.isPresent()) {
            return barred;
        }
        return inTurn(Turn.SIGNERS, "NO_OPINION_ASKED").or(() -> view.course().signing().orElseThrow().waiting().stream()
                .anyMatch(signer -> signer.asks(actor.person(), actor.principal())) ? Optional.empty() : refuse("NOT_A_SIGNER"));
    }

    private Optional<Refusal> removing(PersonId officer) {
        return inTurn(Turn.SIGNERS, "NO_OPINION_ASKED").or(() -> view.course().signing().orElseThrow().addedBy().equals(officer) ? Optional.empty()
                : refuse("NOT_YOUR_SIGNERS"));
    }

    private Optional<Refusal> bringing(Actor actor) {
        Optional<AskedCustomer> asked = view.isOpen() ? view.course().askedCustomer() : Optional.empty();
        if (asked.isPresent()) {
            return asked.get().person().equals(actor.id()) ? Optional.empty() : refuse("CUSTOMER_IS_ASKED");
        }
        return inTurn(Turn.DOCUMENTS, "NO_DOCUMENTS_AWAITED").or(() -> isDesk(actor) ? Optional.empty() : refuse("NOT_ASKED_FOR_DOCUMENTS"));
    }

    /** Who prepares cases: an analyst, a relationship manager, or who submitted this one. */
    private boolean isDesk(Actor actor) {
        return actor.person().is(Role.ANALYST) || actor.person().is(Role.RELATIONSHIP_MANAGER)
                || actor.person().isOfficer() && view.course().submitters().contains(actor.id());
    }

    private Optional<Refusal> takingBack(PersonId officer) {
        if (!view.isOpen()) {
            return closed();
        }
        Optional<ApprovalCaseView.Decision> own = view.standing().stream().filter(decision -> decision.officer().equals(officer)).findFirst();
        return own.isEmpty() ? refuse("NOTHING_TO_TAKE_BACK") : actedOnSince(own.get().no()) ? refuse("ACTED_ON_SINCE") : Optional.empty();
    }

    private Optional<Refusal> recalling(PersonId officer) {
        return !view.course().submitters().contains(officer) ? refuse("NOT_YOUR_SUBMISSION")
                : !view.isOpen() ? closed() : actedOnSince(-1) ? refuse("ACTED_ON_SINCE") : Optional.empty();
    }

    private Optional<Refusal> urging(Actor actor) {
        boolean concerned = isDesk(actor) || view.hasSpoken(actor.id()) || view.acts().stream().anyMatch(act -> act.actor().equals(actor.id()));
        return !concerned ? refuse("NOT_YOURS_TO_URGE") : view.isOpen() ? Optional.empty() : closed();
    }

    /** Reminders, hand-overs and what the bank does by itself are no acts on the matter. */
    private boolean actedOnSince(long no) {
        Predicate<Verb> matters = verb -> verb.compareTo(Verb.BRING_DOCUMENTS) <= 0 && verb != Verb.HAND_OVER && verb != Verb.DECLARE_CONFLICT
                || verb == Verb.ESCALATE;
        return Stream.concat(view.standing().stream().map(ApprovalCaseView.Decision::no),
                view.acts().stream().filter(act -> matters.test(act.verb())).map(ApprovalAct::no)).max(Comparator.naturalOrder()).orElse(-1L) > no;
    }

    private Optional<Refusal> inTurn(Turn turn, String code) {
        return !view.isOpen() ? closed() : view.course().turn() == turn ? Optional.empty() : refuse(code);
    }

    private Optional<Refusal> closed() {
        return Optional.of(Refusal.of("CASE_CLOSED").with("case", view.id()).with("status", "approvalStatus." + view.status()));
    }

    private static Optional<Refusal> refuse(String code) {
        return Optional.of(Refusal.of(code));
    }
}
