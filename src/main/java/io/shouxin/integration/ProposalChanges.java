package io.shouxin.integration;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import io.shouxin.receipt.ReceiptDesk;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What a resubmitted proposal says otherwise than the one its reader last saw (再次提交的差异): the version he decided on himself, or the
 * version of the round before if he sees the case for the first time.
 */
@Service
public class ProposalChanges {

    private static final String APPLICATION = "credit-application";

    private final ApprovalDesk approvals;
    private final UnderwritingDesk underwriting;
    private final RatingDesk ratings;
    private final ReceiptDesk receipts;
    private final Access access;
    private final Wording words;

    ProposalChanges(ApprovalDesk approvals, UnderwritingDesk underwriting, RatingDesk ratings, ReceiptDesk receipts, Access access, Wording words) {
        this.approvals = approvals;
        this.underwriting = underwriting;
        this.ratings = ratings;
        this.receipts = receipts;
        this.access = access;
        this.words = words;
    }

    /** @throws Access.NotVisible unless there is such a case about an application and the reader may see it */
    public SinceSeen since(ApprovalCaseId id, Locale language) {
        access.officer();
        ApprovalCaseView now = approvals.find(id).filter(found -> found.subjectType().equals(APPLICATION)).orElseThrow(Access.NotVisible::new);
        Person reader = access.officerOfCase(now.subjectId());
        List<ApprovalCaseView> before = approvals.history(APPLICATION, now.subjectId()).stream().takeWhile(earlier -> !earlier.id().equals(id)).toList();
        Optional<ApprovalCaseView> own = newest(before.stream().filter(earlier -> earlier.decisions().stream()
                .anyMatch(decision -> decision.officer().equals(reader.id()))).toList());
        Optional<ApprovalCaseView> seen = own.or(() -> newest(before));
        Optional<CreditProposalView> older = seen.flatMap(round -> proposal(round, reader));
        Optional<CreditProposalView> newer = proposal(now, reader);
        if (older.isEmpty() || newer.isEmpty()) {
            return new SinceSeen(null, 0, 0, null, own.isPresent(), List.of());
        }
        ProposalDifference difference = new ProposalDifference(words, language);
        difference.opinion(receipts.opinion(seen.get().id()), underwriting.opinion(new ApplicationId(now.subjectId())));
        difference.proposals(older.get(), newer.get());
        rating(older.get()).ifPresent(was -> rating(newer.get()).ifPresent(is -> difference.ratings(was, is)));
        return new SinceSeen(seen.get().id().value(), older.get().version(), newer.get().version(), seen.get().closedAt().orElse(seen.get().openedAt()),
                own.isPresent(), difference.found());
    }

    private Optional<CreditProposalView> proposal(ApprovalCaseView round, Person reader) {
        return underwriting.proposals(new ApplicationId(round.subjectId())).stream().filter(each -> each.sha256().equals(round.subjectHash())).findFirst()
                .map(found -> reader.groupView() ? found : found.withoutOthers());
    }

    private Optional<RatingView> rating(CreditProposalView proposal) {
        return ratings.find(proposal.ratingId());
    }

    private static Optional<ApprovalCaseView> newest(List<ApprovalCaseView> rounds) {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /**
     * The changes, with which version they are against.
     *
     * @param seenIn     approval case of the version last seen; null in the first round, when there is nothing to compare with
     * @param seenAt     when that round ended
     * @param seenByMe   whether the reader decided in it himself
     */
    public record SinceSeen(String seenIn, int seenVersion, int version, Instant seenAt, boolean seenByMe, List<Change> changes) {
    }

    /**
     * One field that says something else, in words of the reader's language.
     *
     * @param chapter code: {@code OPINION}, {@code TERMS}, {@code SECURITY}, {@code LIMIT}, {@code RATING}; label {@code changeChapter.CODE}
     * @param what    the field
     */
    public record Change(String chapter, String chapterName, String what, String before, String after) {
    }
}
