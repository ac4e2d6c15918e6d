package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returns within the approval (退回前级) and requests for documents (补件). Returning the proposal to who made it is a decision and is taken
 * at the {@link ApprovalDesk}.
 */
@Service
@Transactional
public class ReturnDesk {

    private static final int LONGEST_TARGET = 500;

    private final CaseBook book;

    ReturnDesk(CaseBook book) {
        this.book = book;
    }

    /**
     * An earlier tier decides anew; what was decided there and since no longer stands. A return beyond the number the rules allow goes to the
     * next tier instead.
     *
     * @param tier an earlier tier of this case; null for the one just before
     * @return the case, or what bars the officer at his tier, {@code ONLY_CHAIR_RETURNS, NO_EARLIER_TIER, NOT_AN_EARLIER_TIER, PROPOSAL_CHANGED,
     *         QUESTIONS_REQUIRED, COMMENT_TOO_LONG, RETURNS_EXHAUSTED}
     */
    public Outcome<ApprovalCaseView> toTier(ApprovalCaseId id, Tier tier, String questions, String proposalHash, PersonId officer,
                                            Optional<PersonId> principal) {
        return book.act(id, Verb.RETURN_TO_TIER, officer, principal, (found, actor) -> {
            ApprovalCaseView view = found.view();
            int open = view.tiers().indexOf(view.currentTier());
            Tier back = tier == null ? view.tiers().get(open - 1) : tier;
            if (!view.tiers().contains(back) || view.tiers().indexOf(back) >= open) {
                return Outcome.refused(Refusal.of("NOT_AN_EARLIER_TIER").at("tier").with("tier", "tier." + back));
            }
            Optional<Refusal> fault = fault(view, questions, proposalHash);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            ApprovalAct act = ApprovalAct.of(Verb.RETURN_TO_TIER, actor, view.currentTier(), back.name(), Reason.of(questions), book.now());
            if (view.course().returns() < view.course().rules().mostReturns()) {
                return Outcome.done(found.backTo(back, act));
            }
            return view.currentTier().above().<Outcome<ApprovalCase>>map(above -> Outcome.done(found.escalated(act,
                            ApprovalAct.ofSystem(Verb.ESCALATE, view.currentTier(), above.name(), "TOO_MANY_RETURNS", book.now()), above)))
                    .orElseGet(() -> Outcome.refused(Refusal.of("RETURNS_EXHAUSTED").at("verdict").with("most", view.course().rules().mostReturns())));
        });
    }

    /** The approver asks the bank's own people for documents. */
    public Outcome<ApprovalCaseView> askForDocuments(ApprovalCaseId id, String question, String proposalHash, PersonId officer,
                                                     Optional<PersonId> principal) {
        return askForDocuments(id, question, Optional.empty(), proposalHash, officer, principal);
    }

    /**
     * The approver wants to see documents; the case comes back to him when they are there. Votes already given in the committee stand.
     *
     * @param customer what the customer is asked for; empty to ask the bank's own people
     */
    public Outcome<ApprovalCaseView> askForDocuments(ApprovalCaseId id, String question, Optional<AskedCustomer> customer, String proposalHash,
                                                     PersonId officer, Optional<PersonId> principal) {
        return book.act(id, Verb.ASK_FOR_DOCUMENTS, officer, principal, (found, actor) -> {
            ApprovalCaseView view = found.view();
            Optional<Refusal> fault = fault(view, question, proposalHash);
            return fault.<Outcome<ApprovalCase>>map(Outcome::refused).orElseGet(() -> Outcome.done(found.awaiting(
                    new ApprovalCourse.DocumentRequest(officer, view.currentTier(), Reason.of(question), customer),
                    ApprovalAct.of(Verb.ASK_FOR_DOCUMENTS, actor, view.currentTier(), customer.map(ReturnDesk::target).orElse(""),
                            Reason.of(question), book.now()))));
        });
    }

    /** As the history keeps it: {@code CUSTOMER}, the last day, and the kinds of the documents. */
    private static String target(AskedCustomer asked) {
        String whole = "CUSTOMER " + asked.until().atZone(BusinessClock.ZONE).toLocalDate() + " " + String.join(",", asked.kinds());
        return whole.substring(0, Math.min(LONGEST_TARGET, whole.length()));
    }

    /** The customer has brought what he was asked for. @return the case, back with who asked, or {@code NO_DOCUMENTS_AWAITED, CUSTOMER_IS_ASKED} */
    public Outcome<ApprovalCaseView> customerBrought(ApprovalCaseId id, PersonId person) {
        return book.act(id, Verb.BRING_DOCUMENTS, person, Optional.empty(), (found, actor) -> found.view().course().askedCustomer().isEmpty()
                ? Outcome.refused(Refusal.of("NO_DOCUMENTS_AWAITED"))
                : Outcome.done(found.documentsBrought(ApprovalAct.of(Verb.BRING_DOCUMENTS, actor, found.view().currentTier(), "", "", book.now()))));
    }

    /** The customer's time is over: the case goes back to who asked. Repeated, or where nobody is asked any more, nothing changes. */
    public Outcome<ApprovalCaseView> customerLapsed(ApprovalCaseId id) {
        return book.change(id, found -> Outcome.done(found.view().isOpen() && found.view().course().askedCustomer().isPresent()
                ? found.documentsBrought(ApprovalAct.ofSystem(Verb.LAPSE, found.view().currentTier(), "", "CUSTOMER_DID_NOT_BRING", book.now())) : found));
    }

    /** @return the case, back with who asked, or {@code ANSWER_REQUIRED, NO_DOCUMENTS_AWAITED, NOT_ASKED_FOR_DOCUMENTS, CUSTOMER_IS_ASKED} */
    public Outcome<ApprovalCaseView> bringDocuments(ApprovalCaseId id, String answer, PersonId officer) {
        return book.act(id, Verb.BRING_DOCUMENTS, officer, Optional.empty(), (found, actor) -> {
            String said = Reason.of(answer);
            if (said.isEmpty() || said.length() > DecisionForm.LONGEST_COMMENT) {
                return Outcome.refused(Refusal.of("ANSWER_REQUIRED").at("answer").with("most", DecisionForm.LONGEST_COMMENT));
            }
            return Outcome.done(found.documentsBrought(ApprovalAct.of(Verb.BRING_DOCUMENTS, actor, found.view().currentTier(), "", said, book.now())));
        });
    }

    private static Optional<Refusal> fault(ApprovalCaseView view, String text, String proposalHash) {
        String kept = Reason.of(text);
        return !view.subjectHash().equals(proposalHash) ? Optional.of(Refusal.of("PROPOSAL_CHANGED").with("case", view.id()))
                : kept.isEmpty() ? Optional.of(Refusal.of("QUESTIONS_REQUIRED").at("comment"))
                : kept.length() > DecisionForm.LONGEST_COMMENT
                ? Optional.of(Refusal.of("COMMENT_TOO_LONG").at("comment").with("most", DecisionForm.LONGEST_COMMENT)) : Optional.empty();
    }
}
