package io.shouxin.workflow.engine;

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
 * is full, and their number is the tally's. Any other question, and a short list, is left to the engine.
 */
final class TasksToClaim extends TaskManager {

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
        Optional<String> order = order(query.getOrderingProperties());
        return order.flatMap(known -> toClaim(query)).filter(asked -> tally.isLong(asked, this))
                .map(asked -> page(asked, order.get(), query.getFirstResult(), query.getMaxResults()))
                .orElseGet(() -> super.findTasksByQueryCriteria(query));
    }

    private List<Task> page(ToClaim asked, String order, int first, int most) {
        Map<String, Object> words = asked.words();
        words.put("sql", asked.inOrder(order, Context.getProcessEngineConfiguration().getDatabaseType()));
        words.put("resultType", "LIST_PAGE");
        words.put("firstResult", first);
        words.put("maxResults", most);
        return findTasksByNativeQuery(words, first, most);
    }

    private Optional<ToClaim> toClaim(TaskQueryImpl query) {
        getTenantManager().configureQuery(query);
        return ToClaim.asked(query, Context.getCommandContext().getAuthentication());
    }

    /** Newest or oldest first, as the list is shown; empty for any other order. */
    private static Optional<String> order(List<QueryOrderingProperty> asked) {
        return asked.size() == 1 && TaskQueryProperty.CREATE_TIME.equals(asked.get(0).getQueryProperty()) && asked.get(0).isContainedProperty()
                ? Optional.of(Direction.ASCENDING.equals(asked.get(0).getDirection()) ? "asc" : "desc") : Optional.empty();
    }
}
