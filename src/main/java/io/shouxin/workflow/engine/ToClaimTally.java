package io.shouxin.workflow.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
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

    private record Counted(long number, long at, boolean beingCounted) {
        boolean olderThan(long age) {
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
        return last.map(Counted::number).orElseGet(() -> countNow(role, tasks)) + number(asked.countByNameOnly(), asked, tasks);
    }

    /** Whether the role's list is long, or was a short time ago. */
    boolean isLong(ToClaim asked, TaskManager tasks) {
        ToClaim role = asked.ofGroups();
        return last(role).map(Counted::number).orElseGet(() -> countNow(role, tasks)) >= MANY;
    }

    private long countNow(ToClaim role, TaskManager tasks) {
        long number = number(role.countOfGroups(), role, tasks);
        keep(role, number);
        return number;
    }

    private void countAnew(ToClaim role, Counted last) {
        synchronized (known) {
            known.put(role, new Counted(last.number(), last.at(), true));
        }
        CommandExecutor engine = Context.getProcessEngineConfiguration().getCommandExecutorTxRequiresNew();
        counting.execute(() -> {
            try {
                keep(role, engine.execute(context -> number(role.countOfGroups(), role, context.getTaskManager())));
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

    private void keep(ToClaim role, long number) {
        synchronized (known) {
            known.remove(role);
            known.put(role, new Counted(number, System.nanoTime(), false));
        }
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
