package io.shouxin.workflow.engine;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How many tasks the members of a role may claim. Up to {@link #MANY} they are counted each time; a larger number is shown as it was a few
 * seconds ago, because counting fifty thousand takes longer than all else the list does, and every member of the role asks again each minute.
 */
@Component
class ToClaimTally implements DisposableBean {

    /** From this number on a list is long: 67 pages of Tasklist. */
    static final long MANY = 1_000;

    private static final long RECENT = Duration.ofSeconds(5).toNanos();
    private static final long KNOWN = Duration.ofMinutes(5).toNanos();
    private static final int MOST_ROLES = 500;

    /**
     * A role's tasks as last counted.
     *
     * @param newestSince when the oldest of the {@link #MANY} newest tasks of all people was made; null if there were fewer, or the role's are few
     */
    record Counted(long number, Date newestSince, long at, boolean beingCounted) {
        private boolean olderThan(long age) {
            return System.nanoTime() - at > age;
        }
    }

    private final Map<ToClaim, Counted> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ToClaim, Counted> eldest) {
            return size() > MOST_ROLES;
        }
    };

    private final ThreadPoolExecutor counting = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_ROLES), work -> {
        Thread thread = new Thread(work, "to-claim-tally");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());

    /** How many tasks can be claimed: those of the role, as last counted if they are many, and those the person is asked by name only. */
    long count(ToClaim asked, TaskManager tasks) {
        ToClaim role = asked.ofGroups();
        Optional<Counted> last = last(role).filter(counted -> counted.number() >= MANY);
        last.filter(counted -> counted.olderThan(RECENT) && !counted.beingCounted()).ifPresent(counted -> countAnew(role, counted));
        return last.orElseGet(() -> countNow(role, tasks)).number() + number(asked.countByNameOnly(), asked, tasks);
    }

    /** The role's list as it was a short time ago, or is now. */
    Counted look(ToClaim asked, TaskManager tasks) {
        ToClaim role = asked.ofGroups();
        return last(role).orElseGet(() -> countNow(role, tasks));
    }

    private Counted countNow(ToClaim role, TaskManager tasks) {
        long number = number(role.countOfGroups(), role, tasks);
        return keep(role, number, number < MANY ? null : newestSince(tasks));
    }

    private static Date newestSince(TaskManager tasks) {
        Map<String, Object> words = new HashMap<>(Map.of("sql", "select RES.* from ACT_RU_TASK RES order by RES.CREATE_TIME_ desc",
                "resultType", "LIST_PAGE", "firstResult", (int) MANY - 1, "maxResults", 1));
        return tasks.findTasksByNativeQuery(words, (int) MANY - 1, 1).stream().map(Task::getCreateTime).findFirst().orElse(null);
    }

    private void countAnew(ToClaim role, Counted last) {
        synchronized (known) {
            known.put(role, new Counted(last.number(), last.newestSince(), last.at(), true));
        }
        CommandExecutor engine = Context.getProcessEngineConfiguration().getCommandExecutorTxRequiresNew();
        counting.execute(() -> {
            try {
                engine.execute(context -> countNow(role, context.getTaskManager()));
            } catch (RuntimeException notCounted) {
                forget(role);
            }
        });
    }

    private static long number(String statement, ToClaim asked, TaskManager tasks) {
        Map<String, Object> words = asked.words();
        words.put("sql", statement);
        return tasks.findTaskCountByNativeQuery(words);
    }

    private Optional<Counted> last(ToClaim role) {
        synchronized (known) {
            return Optional.ofNullable(known.get(role)).filter(counted -> !counted.olderThan(KNOWN));
        }
    }

    private Counted keep(ToClaim role, long number, Date newestSince) {
        Counted counted = new Counted(number, newestSince, System.nanoTime(), false);
        synchronized (known) {
            known.remove(role);
            known.put(role, counted);
        }
        return counted;
    }

    private void forget(ToClaim role) {
        synchronized (known) {
            known.remove(role);
        }
    }

    @Override
    public void destroy() {
        counting.shutdownNow();
    }
}
