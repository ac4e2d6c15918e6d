package io.shouxin.workflow.eventlog;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.workflow.engine.EngineClock;
import io.shouxin.workflow.walk.Hands;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replays cases of a log one by one and compares what our records say with what the log says. */
@Component
class LogReplay {

    private static final Logger LOG = LoggerFactory.getLogger(LogReplay.class);
    /** Papers were asked for as soon as the task is there, also when the customer never did it. */
    private static final String PAPERS_ASKED = "user_upload-documents";
    /** The approval of a proposal that is withdrawn was begun all the same. */
    private static final String PROPOSED = "call_credit-approval";
    private static final Map<Milestone, String> TRACES = Map.of(Milestone.SUBMITTED, "user_complete-application",
            Milestone.DOCUMENTS_ASKED, PAPERS_ASKED, Milestone.PROPOSED, PROPOSED, Milestone.OFFERED, "service_issue-offer",
            Milestone.ANSWERED, "user_answer-offer", Milestone.RETURNED, "user_bring-documents",
            Milestone.EXAMINED, "user_sign-as-added-signer", Milestone.APPROVED, "service_activate-facility");

    private final RouteWalk walk;
    private final Hands hands;
    private final ApplicationDesk applications;
    private final EngineClock clock;

    LogReplay(RouteWalk walk, Hands hands, ApplicationDesk applications, EngineClock clock) {
        this.walk = walk;
        this.hands = hands;
        this.applications = applications;
        this.clock = clock;
    }

    /** @param start simulated time at which the case begins; the clock tells the real one again afterwards */
    ReplayedCase replay(MappedCase mapped, Instant start) {
        clock.stopAt(start);
        ApplicationId id = null;
        String trouble = "";
        try {
            id = walk.open(mapped);
            walk.walk(id, mapped);
        } catch (RuntimeException stuck) {
            // One case that cannot go its way is a line in the table, and no reason to leave the others out.
            LOG.debug("case {}", mapped.logged().id(), stuck);
            trouble = told(stuck);
        } finally {
            clock.release();
        }
        return compared(mapped, Optional.ofNullable(id), trouble);
    }

    private ReplayedCase compared(MappedCase mapped, Optional<ApplicationId> id, String trouble) {
        Optional<ApplicationView> application = id.flatMap(applications::find);
        Optional<ApplicationStatus> status = application.map(ApplicationView::status);
        String number = id.map(ApplicationId::value).orElse("-");
        if (trouble.isEmpty() && status.filter(reached -> reached.isOpen() != hands.isUnderWay(number)).isPresent()) {
            trouble = "the records say " + status.get() + ", the process " + (status.get().isOpen() ? "has ended" : "goes on");
        }
        if (trouble.isEmpty()) {
            trouble = missed(mapped, number);
        }
        return new ReplayedCase(mapped, number, status, application.map(ApplicationView::closingReasons).orElse(List.of()), trouble);
    }

    /** Milestones of the log that our process did not reach, or less often; or papers asked for that a screening should have spared. */
    private String missed(MappedCase mapped, String number) {
        Map<String, Long> steps = hands.steps(number, Set.of(PAPERS_ASKED, PROPOSED));
        Map<Milestone, String> missed = new TreeMap<>();
        new EnumMap<>(mapped.milestones()).forEach((milestone, times) -> {
            long here = steps.getOrDefault(TRACES.get(milestone), 0L);
            if (here < times) {
                missed.put(milestone, here + " of " + times);
            }
        });
        if (mapped.route().has(RouteAct.SCREENED_OUT) && steps.containsKey(PAPERS_ASKED)) {
            return "papers were asked for";
        }
        return missed.isEmpty() ? "" : "missed " + missed;
    }

    private static String told(RuntimeException stuck) {
        for (Throwable cause = stuck; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.refusals().stream().map(refusal -> refusal.code() + (refusal.field().isEmpty() ? "" : " at " + refusal.field()))
                        .reduce((one, next) -> one + ", " + next).orElse("refused");
            }
        }
        return stuck.getClass().getSimpleName() + ": " + stuck.getMessage();
    }
}
