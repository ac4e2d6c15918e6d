package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a case stands between its decisions (审批进程).
 *
 * @param addressee  officer of the open tier to whom the case goes first, because he asked or decided before
 * @param signing    the latest round of added signers
 * @param documents  what was asked for, while it is awaited
 * @param returns    how often this subject was returned, its earlier cases included
 * @param withdrawn  places of the decisions that no longer stand, in the order they were taken
 * @param submitters who had a hand in the submission and may take it back
 */
public record ApprovalCourse(Turn turn, Optional<PersonId> addressee, Optional<SigningRound> signing, Optional<DocumentRequest> documents,
                             int returns, List<Integer> withdrawn, Set<PersonId> submitters, CaseRules rules) {

    public ApprovalCourse {
        withdrawn = List.copyOf(withdrawn);
        submitters = Set.copyOf(submitters);
    }

    static ApprovalCourse begun(int returns, Set<PersonId> submitters, CaseRules rules) {
        return new ApprovalCourse(Turn.TIER, Optional.empty(), Optional.empty(), Optional.empty(), returns, List.of(), submitters, rules);
    }

    ApprovalCourse toTier(Optional<PersonId> first) {
        return new ApprovalCourse(Turn.TIER, first, signing, Optional.empty(), returns, withdrawn, submitters, rules);
    }

    ApprovalCourse asking(SigningRound round) {
        return new ApprovalCourse(Turn.SIGNERS, Optional.of(round.addedBy()), Optional.of(round), Optional.empty(), returns, withdrawn, submitters, rules);
    }

    ApprovalCourse awaiting(DocumentRequest request) {
        Turn whose = request.customer().isPresent() ? Turn.CUSTOMER_DOCUMENTS : Turn.DOCUMENTS;
        return new ApprovalCourse(whose, Optional.of(request.askedBy()), signing, Optional.of(request), returns, withdrawn, submitters, rules);
    }

    ApprovalCourse returnedOnceMore() {
        return new ApprovalCourse(turn, addressee, signing, documents, returns + 1, withdrawn, submitters, rules);
    }

    ApprovalCourse without(List<Integer> decisions) {
        List<Integer> all = new ArrayList<>(withdrawn);
        decisions.stream().filter(place -> !all.contains(place)).forEach(all::add);
        return new ApprovalCourse(turn, addressee, signing, documents, returns, all, submitters, rules);
    }

    /** Whom of the customer's an approver has asked for documents, while they are awaited. */
    public Optional<AskedCustomer> askedCustomer() {
        return turn == Turn.CUSTOMER_DOCUMENTS ? documents.flatMap(DocumentRequest::customer) : Optional.empty();
    }

    /**
     * Documents an approver wants to see before he decides (补件).
     *
     * @param customer what the customer is asked for; empty where the bank's own people are asked
     */
    public record DocumentRequest(PersonId askedBy, Tier tier, String question, Optional<AskedCustomer> customer) {

        public DocumentRequest {
            // Requests kept before customers were asked have no such part.
            customer = customer == null ? Optional.empty() : customer;
        }
    }
}
