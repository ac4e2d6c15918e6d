package io.shouxin.deadline;

import io.shouxin.kernel.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was told about which task; of several nodes one tells it. */
@Service
@Transactional
public class DeadlineNotices {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DeadlineNotices(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when it was told before */
    public boolean note(String taskId, DeadlineStep step, String caseNumber, String taskKey, String told) {
        if (steps(taskId).contains(step)) {
            return false;
        }
        try {
            jdbc.sql("INSERT INTO deadline_notice (task_id, step, case_number, task_key, told, given_at) VALUES (:task, :step, :number, :key, :told, :at)")
                    .param("task", taskId).param("step", step.name()).param("number", caseNumber).param("key", taskKey).param("told", told)
                    .param("at", Timestamp.from(clock.instant())).update();
            return true;
        } catch (DuplicateKeyException toldMeanwhile) {
            return false;
        }
    }

    /** The reason is gone: when it comes back it is told again. */
    public void takeBack(String taskId, DeadlineStep step) {
        jdbc.sql("DELETE FROM deadline_notice WHERE task_id = :task AND step = :step").param("task", taskId).param("step", step.name()).update();
    }

    @Transactional(readOnly = true)
    public Set<DeadlineStep> steps(String taskId) {
        return jdbc.sql("SELECT step FROM deadline_notice WHERE task_id = :task").param("task", taskId)
                .query((row, n) -> DeadlineStep.valueOf(row.getString(1))).list().stream().collect(Collectors.toSet());
    }

    /** Notices newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Notice> latest(Set<DeadlineStep> steps, int most) {
        return jdbc.sql("SELECT task_id, step, case_number, task_key, told, given_at FROM deadline_notice WHERE step IN (:steps)"
                        + " ORDER BY given_at DESC, task_id LIMIT :most")
                .param("steps", steps.stream().map(DeadlineStep::name).toList()).param("most", most)
                .query((row, n) -> new Notice(row.getString(1), DeadlineStep.valueOf(row.getString(2)), row.getString(3), row.getString(4),
                        row.getString(5), row.getTimestamp(6).toInstant())).list();
    }

    /** @param told role that was told */
    public record Notice(String taskId, DeadlineStep step, String caseNumber, String taskKey, String told, Instant givenAt) {
    }
}
