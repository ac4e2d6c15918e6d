package io.shouxin.workflow.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The list of tasks somebody may claim, and how many they are. The engine puts all of them together, sorts them and shows fifteen; with
 * fifty thousand that takes half a second. Where there are {@link ToClaimTally#MANY}, tasks are looked at from the newest on until the page
 * is full, and their number is the tally's. Looking ends where other people's newer tasks would make it longer than sorting. Any other
 * question, and a short list, is left to the engine.
 */
final class TasksToClaim extends TaskManager {

    /** Sorting so many takes longer than looking at each open task of a large bank. */
    private static final long LONG_TO_SORT = 10_000;

    private final ToClaimTally tally;

    private TasksToClaim(ToClaimTally tally) {
        this.tally = tally;
    }

    static SessionFactory factory(ToClaimTally tally) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new TasksToClaim(tally);
            }
        };
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return toClaim(query).map(asked -> tally.count(asked, this)).orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return (isNewestFirst(query.getOrderingProperties()) ? toClaim(query) : Optional.<ToClaim>empty())
                .flatMap(asked -> page(asked, query.getFirstResult(), query.getMaxResults()))
                .orElseGet(() -> super.findTasksByQueryCriteria(query));
    }

    /** Empty where the engine's own way is the shorter one. */
    private Optional<List<Task>> page(ToClaim asked, int first, int most) {
        ToClaimTally.Counted role = tally.look(asked, this);
        if (role.number() < ToClaimTally.MANY) {
            return Optional.empty();
        }
        if (role.newestSince() != null && first + (long) most <= ToClaimTally.MANY) {
            List<Task> amongNewest = walk(asked, role.newestSince(), first, most);
            if (amongNewest.size() == most) {
                return Optional.of(amongNewest);
            }
        }
        return role.number() < LONG_TO_SORT ? Optional.empty() : Optional.of(walk(asked, null, first, most));
    }

    private List<Task> walk(ToClaim asked, Date since, int first, int most) {
        Map<String, Object> words = asked.words();
        words.put("since", since);
        words.put("sql", asked.newestFirst(since, Context.getProcessEngineConfiguration().getDatabaseType()));
        words.put("resultType", "LIST_PAGE");
        words.put("firstResult", first);
        words.put("maxResults", most);
        return findTasksByNativeQuery(words, first, most);
    }

    private Optional<ToClaim> toClaim(TaskQueryImpl query) {
        getTenantManager().configureQuery(query);
        return ToClaim.asked(query, Context.getCommandContext().getAuthentication());
    }

    /** As Tasklist shows its lists, unless told otherwise. */
    private static boolean isNewestFirst(List<QueryOrderingProperty> asked) {
        return asked.size() == 1 && TaskQueryProperty.CREATE_TIME.equals(asked.get(0).getQueryProperty()) && asked.get(0).isContainedProperty()
                && Direction.DESCENDING.equals(asked.get(0).getDirection());
    }
}
