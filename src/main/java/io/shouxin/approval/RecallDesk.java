package io.shouxin.approval;

import io.shouxin.identity.People;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking back (撤回) what nobody has acted on yet: a decision, a submission; and urging whose turn it is (催办). */
@Service
@Transactional
public class RecallDesk {

    private final CaseBook book;
    private final Bench bench;
    private final People people;
    private final ApplicationEventPublisher events;

    RecallDesk(CaseBook book, Bench bench, People people, ApplicationEventPublisher events) {
        this.book = book;
        this.bench = bench;
        this.people = people;
        this.events = events;
    }

    /** @return the case, the officer's again, or {@code NOTHING_TO_TAKE_BACK, ACTED_ON_SINCE, CASE_CLOSED, ACT_REASON_REQUIRED} */
    public Outcome<ApprovalCaseView> takeBack(ApprovalCaseId id, String reason, PersonId officer) {
        return book.act(id, Verb.TAKE_BACK, officer, Optional.empty(), (found, actor) -> because(reason, found.takenBack(officer,
                ApprovalAct.of(Verb.TAKE_BACK, actor, found.view().currentTier(), "", Reason.of(reason), book.now()))))
                .whenDone(this::moved);
    }

    /** @return the case, returned for amendment, or {@code NOT_YOUR_SUBMISSION, ACTED_ON_SINCE, CASE_CLOSED, ACT_REASON_REQUIRED} */
    public Outcome<ApprovalCaseView> recall(ApprovalCaseId id, String reason, PersonId submitter) {
        return book.act(id, Verb.RECALL, submitter, Optional.empty(), (found, actor) -> because(reason, found.recalled(
                ApprovalAct.of(Verb.RECALL, actor, found.view().currentTier(), "", Reason.of(reason), book.now()))))
                .whenDone(this::moved);
    }

    /**
     * Leaves a message with everybody whose turn it is.
     *
     * @return the case, or {@code NOT_YOURS_TO_URGE, CASE_CLOSED, ACT_REASON_REQUIRED, URGED_RECENTLY}
     */
    public Outcome<ApprovalCaseView> urge(ApprovalCaseId id, String reason, PersonId officer) {
        return book.act(id, Verb.URGE, officer, Optional.empty(), (found, actor) -> {
            Optional<Instant> last = found.view().acts().stream().filter(act -> act.verb() == Verb.URGE).map(ApprovalAct::at).max(Comparator.naturalOrder());
            int hours = found.view().course().rules().urgeHours();
            if (last.filter(at -> at.plus(Duration.ofHours(hours)).isAfter(book.now())).isPresent()) {
                return Outcome.refused(Refusal.of("URGED_RECENTLY").with("hours", hours));
            }
            return because(reason, found.noted(ApprovalAct.of(Verb.URGE, actor, found.view().currentTier(), "", Reason.of(reason), book.now())));
        }).whenDone(view -> events.publishEvent(new CaseUrged(view.id(), view.subjectId(), turnOf(view), view.acts().get(view.acts().size() - 1).no())));
    }

    /** Logins of those who are asked now; of documents, those who submitted the case. */
    private Set<PersonId> turnOf(ApprovalCaseView view) {
        return switch (view.course().turn()) {
            case DOCUMENTS -> view.course().submitters();
            case CUSTOMER_DOCUMENTS -> view.course().askedCustomer().map(AskedCustomer::person).map(Set::of).orElse(Set.of());
            case SIGNERS -> {
                Set<PersonId> asked = new LinkedHashSet<>();
                view.course().signing().orElseThrow().waiting().forEach(signer -> {
                    signer.person().ifPresent(asked::add);
                    signer.role().ifPresent(role -> people.inRole(role).forEach(person -> asked.add(person.id())));
                });
                yield asked;
            }
            case TIER -> view.currentTier() == Tier.COMMITTEE ? bench.waitingSeats(view)
                    : view.course().addressee().map(Set::of).orElseGet(() -> bench.able(view, view.currentTier()));
        };
    }

    private static Outcome<ApprovalCase> because(String reason, ApprovalCase after) {
        return Reason.missing(reason, "reason").<Outcome<ApprovalCase>>map(Outcome::refused).orElseGet(() -> Outcome.done(after));
    }

    private void moved(ApprovalCaseView view) {
        events.publishEvent(new CaseMoved(view.id()));
    }
}
