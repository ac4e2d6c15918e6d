package io.shouxin.replay;

import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicySet;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingRecount;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Challengers beside the champion (挑战者模型): what each scorecard draft on file says of a customer who was rated by the one in force,
 * on the very same facts. A challenger decides nothing.
 */
@Service
@Transactional(readOnly = true)
public class Challengers {

    private static final int MOST = 10;

    private final PolicyDrafts drafts;
    private final PolicyBook book;
    private final DecisionTables tables;

    Challengers(PolicyDrafts drafts, PolicyBook book, DecisionTables tables) {
        this.drafts = drafts;
        this.book = book;
        this.tables = tables;
    }

    /** Newest draft first; none for a customer who was knocked out before any scorecard was asked. */
    public List<Challenger> beside(RatingView rating) {
        if (rating.knockedOut()) {
            return List.of();
        }
        PolicySet champion = book.pinned(rating.policyVersions());
        return drafts.undecided(rating.scorecard(), MOST).stream().map(draft -> told(draft, rating, champion)).toList();
    }

    private Challenger told(PolicyDraft draft, RatingView rating, PolicySet champion) {
        try {
            PolicySet set = champion.with(draft.policy(), draft.version(), tables.read(draft.policy(), drafts.file(draft.draftId())));
            RatingRecount recount = RatingRecount.of(rating, set);
            return new Challenger(draft.draftId(), draft.version(), draft.title(), Optional.of(recount.score()), Optional.of(recount.grade()));
        } catch (RuntimeException cannotTell) {
            // A draft may ask for facts this rating was not given; that is an answer, not a failure.
            return new Challenger(draft.draftId(), draft.version(), draft.title(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * One challenger's word on a rating.
     *
     * @param score 0 to 100; empty when the draft asks for facts that were not stored
     * @param grade by the scale of the rating; empty likewise
     */
    public record Challenger(String draftId, String version, String title, Optional<BigDecimal> score, Optional<Grade> grade) {
    }
}
