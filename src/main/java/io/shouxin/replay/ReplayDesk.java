package io.shouxin.replay;

import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.PastApplications;
import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingReruns;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that replays drafts (政策回溯试算) over all past applications and all customers rated now, before anything is published.
 * It reads page by page and writes whom the draft treats otherwise as it goes, so that memory stays constant.
 */
@Service
@Transactional
public class ReplayDesk {

    private static final int BATCH = 200;

    private final PolicyDrafts drafts;
    private final Replays replays;
    private final PastApplications applications;
    private final RatingReruns ratings;
    private final LimitLedger ledger;
    private final PolicyBook book;
    private final DecisionTables tables;
    private final People people;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ReplayDesk(PolicyDrafts drafts, Replays replays, PastApplications applications, RatingReruns ratings, LimitLedger ledger,
               PolicyBook book, DecisionTables tables, People people, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit) {
        this.drafts = drafts;
        this.replays = replays;
        this.applications = applications;
        this.ratings = ratings;
        this.ledger = ledger;
        this.book = book;
        this.tables = tables;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
    }

    /** Replays the file on hand. Any draft may be replayed, a challenger that will never be submitted as well. */
    public Outcome<Replay> replay(String draftId, PersonId actor) {
        Optional<PolicyDraft> found = drafts.find(draftId);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("DRAFT_UNKNOWN").with("draft", draftId));
        }
        Optional<Refusal> barred = DraftDesk.mayDraft(people, actor);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        PolicyDraft draft = found.get();
        String replayId = numbers.next("PR");
        List<ReplayLine> waiting = new ArrayList<>();
        int[] written = {0};
        ReplayRun run = new ReplayRun(book, ledger, draft, tables.read(draft.policy(), drafts.file(draftId)), clock.today(), line -> {
            waiting.add(line);
            if (waiting.size() == BATCH) {
                written[0] = write(replayId, written[0], waiting);
            }
        });
        applications.all(past -> run.application(past, ratings.newestFor(past.application().value())));
        ratings.inForce(run::customer);
        write(replayId, written[0], waiting);
        ReplayResult result = new ReplayResult(draft.policy(), draft.version(), Arrays.stream(Grade.values()).map(Enum::name).toList(),
                Arrays.stream(Tier.values()).map(Enum::name).toList(), run.applications().population(true), run.customers().population(false));
        Replay replay = new Replay(replayId, draftId, draft.sha256(), actor, clock.instant().truncatedTo(ChronoUnit.MICROS), result);
        replays.add(replay);
        audit.record(draftId, "POLICY_DRAFT_REPLAYED", actor, replayId + " " + draft.sha256());
        return Outcome.done(replay);
    }

    private int write(String replayId, int already, List<ReplayLine> waiting) {
        if (!waiting.isEmpty()) {
            replays.addLines(replayId, already + 1, waiting);
        }
        int written = already + waiting.size();
        waiting.clear();
        return written;
    }

    /** Replays of a draft, newest first. */
    @Transactional(readOnly = true)
    public List<Replay> of(String draftId) {
        return replays.of(draftId);
    }

    @Transactional(readOnly = true)
    public Optional<Replay> find(String replayId) {
        return replays.find(replayId);
    }

    /** Whom the draft treats otherwise, in the order of the replay. @param after number of the last line read, 0 at first */
    @Transactional(readOnly = true)
    public List<ReplayLine> lines(String replayId, int after, int most) {
        return replays.lines(replayId, after, Math.min(most, 1000));
    }

    @Transactional(readOnly = true)
    public int countLines(String replayId) {
        return replays.countLines(replayId);
    }
}
