package io.shouxin.approval;

import io.shouxin.identity.People;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Added signers (加签、减签、会签、或签): colleagues an approver asks for their opinion, before he decides or after he has approved. */
@Service
@Transactional
public class SignerDesk {

    private final CaseBook book;
    private final People people;
    private final ApplicationEventPublisher events;

    SignerDesk(CaseBook book, People people, ApplicationEventPublisher events) {
        this.book = book;
        this.people = people;
        this.events = events;
    }

    /**
     * The approver wants to hear colleagues before he decides. After an approval they are named with the decision itself.
     *
     * @return the case, or what bars him at his tier, {@code NO_SIGNERS_IN_COMMITTEE, SIGNERS_AFTER_APPROVAL_ONLY} and what {@code Signers} say
     */
    public Outcome<ApprovalCaseView> add(ApprovalCaseId id, SigningOrder order, PersonId officer, Optional<PersonId> principal) {
        return book.act(id, Verb.ADD_SIGNERS, officer, principal, (found, actor) -> order.place() == SigningOrder.Place.AFTER
                ? Outcome.refused(Refusal.of("SIGNERS_AFTER_APPROVAL_ONLY").at("signers"))
                : Signers.round(order, found.view(), actor, people).map(round -> found.asking(round,
                        ApprovalAct.of(Verb.ADD_SIGNERS, actor, found.view().currentTier(), names(round), order.reason(), book.now()))));
    }

    /** What the history says of a round: before or after, all or one, and who. */
    static String names(SigningRound round) {
        String who = round.signers().stream().map(AddedSigner::name).collect(Collectors.joining(","));
        return round.place() + " " + round.rule() + " " + who;
    }

    /**
     * An added signer's opinion. It decides nothing.
     *
     * @return the case, or {@code OPINION_MISSING, ACT_REASON_REQUIRED} (an objection says why), {@code PROPOSAL_CHANGED}, or what bars him
     */
    public Outcome<ApprovalCaseView> sign(ApprovalCaseId id, AddedSigner.Opinion opinion, String remark, String proposalHash, PersonId officer,
                                          Optional<PersonId> principal) {
        return book.act(id, Verb.SIGN, officer, principal, (found, actor) -> {
            if (!found.view().subjectHash().equals(proposalHash)) {
                return Outcome.refused(Refusal.of("PROPOSAL_CHANGED").with("case", id));
            }
            List<Refusal> refusals = Stream.concat(opinion == null ? Stream.of(Refusal.of("OPINION_MISSING").at("opinion")) : Stream.empty(),
                    opinion == AddedSigner.Opinion.OBJECT || Reason.of(remark).length() > Reason.LONGEST
                            ? Reason.missing(remark, "remark").stream() : Stream.empty()).toList();
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            SigningRound round = found.view().course().signing().orElseThrow();
            AddedSigner asked = round.waiting().stream().filter(signer -> signer.asks(actor.person(), actor.principal())).findFirst().orElseThrow();
            SigningRound after = round.with(asked, asked.signed(officer, actor.principal(), opinion, Reason.of(remark), book.now()));
            return Outcome.done(found.signed(after, ApprovalAct.of(Verb.SIGN, actor, found.view().currentTier(), opinion.name(), Reason.of(remark),
                    book.now())));
        });
    }

    /**
     * Takes a signer off who has not signed yet.
     *
     * @param name login of the colleague, or group id of the role
     * @return the case, or {@code ACT_REASON_REQUIRED, NO_OPINION_ASKED, NOT_YOUR_SIGNERS, NOT_A_WAITING_SIGNER}
     */
    public Outcome<ApprovalCaseView> remove(ApprovalCaseId id, String name, String reason, PersonId officer) {
        return book.act(id, Verb.REMOVE_SIGNER, officer, Optional.empty(), (found, actor) -> {
            SigningRound round = found.view().course().signing().orElseThrow();
            Optional<AddedSigner> asked = round.waiting().stream().filter(signer -> signer.name().equals(name)).findFirst();
            Optional<Refusal> fault = asked.isEmpty() ? Optional.of(Refusal.of("NOT_A_WAITING_SIGNER").at("signer").with("person", name))
                    : Reason.missing(reason, "reason");
            return fault.<Outcome<ApprovalCase>>map(Outcome::refused).orElseGet(() -> Outcome.done(found.signed(
                    round.with(asked.get(), asked.get().now(AddedSigner.State.REMOVED)),
                    ApprovalAct.of(Verb.REMOVE_SIGNER, actor, found.view().currentTier(), name, Reason.of(reason), book.now()))));
        }).whenDone(view -> events.publishEvent(new CaseMoved(id)));
    }
}
