package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has the task in hand: handed to a colleague of the same tier (转办), taken on by a delegate, or given by who runs the engine. */
@Service
@Transactional
public class HandOverDesk {

    private final CaseBook book;
    private final Bench bench;

    HandOverDesk(CaseBook book, Bench bench) {
        this.book = book;
        this.bench = bench;
    }

    /**
     * @return the case, which goes first to the colleague, or what bars the officer at his tier, {@code SEAT_NOT_HANDED_OVER,
     *         COLLEAGUE_NOT_ABLE, ACT_REASON_REQUIRED}
     */
    public Outcome<ApprovalCaseView> handOver(ApprovalCaseId id, PersonId colleague, String reason, PersonId officer) {
        return book.act(id, Verb.HAND_OVER, officer, Optional.empty(), (found, actor) -> {
            boolean able = colleague != null && !colleague.equals(officer) && bench.able(found.view(), found.view().currentTier()).contains(colleague);
            Optional<Refusal> fault = able ? Reason.missing(reason, "reason") : Optional.of(Refusal.of("COLLEAGUE_NOT_ABLE").at("colleague")
                    .with("colleagues", String.join(", ", colleagues(id, officer))));
            return fault.<Outcome<ApprovalCase>>map(Outcome::refused).orElseGet(() -> Outcome.done(found.handedTo(colleague,
                    ApprovalAct.of(Verb.HAND_OVER, actor, found.view().currentTier(), colleague.value(), Reason.of(reason), book.now()))));
        });
    }

    /** Logins of the others who could decide at the open tier. */
    @Transactional(readOnly = true)
    public List<String> colleagues(ApprovalCaseId id, PersonId officer) {
        return book.cases().find(id).map(ApprovalCase::view).filter(view -> view.isOpen() && view.currentTier() != Tier.COMMITTEE)
                .map(view -> bench.able(view, view.currentTier()).stream().filter(other -> !other.equals(officer)).map(PersonId::value).sorted().toList())
                .orElse(List.of());
    }

    /** Keeps in the history that a task came to somebody by another's hand: a delegate's, or of who runs the engine. */
    public void note(ApprovalCaseId id, Verb verb, PersonId to, PersonId by, String reason) {
        if (verb != Verb.REASSIGN && verb != Verb.STAND_IN) {
            throw new IllegalArgumentException(verb.name());
        }
        book.change(id, found -> Outcome.done(found.noted(new ApprovalAct(0, verb, by, Optional.empty(), found.view().currentTier(), to.value(),
                reason, book.now())))).orElseThrow();
    }
}
