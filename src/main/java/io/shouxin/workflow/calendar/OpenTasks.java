package io.shouxin.workflow.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the engine's open tasks as sums and in portions; a hundred thousand of them as objects of the engine would be too many. Reads
 * only: whatever changes a task goes through the engine.
 */
@Component
@Transactional(readOnly = true)
class OpenTasks {

    private static final String FIELDS = "SELECT t.ID_, t.TASK_DEF_KEY_, e.BUSINESS_KEY_, t.TENANT_ID_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_,"
            + " (SELECT MAX(v.TEXT_) FROM ACT_RU_VARIABLE v WHERE v.PROC_INST_ID_ = t.PROC_INST_ID_ AND v.NAME_ = 'approvalCaseId')"
            + " FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_";
    private static final String OF_ENTITIES = " AND (t.TENANT_ID_ IS NULL OR t.TENANT_ID_ IN (:entities))";
    private static final String LOAD = " COUNT(*), SUM(CASE WHEN t.DUE_DATE_ < :now THEN 1 ELSE 0 END),"
            + " AVG(TIMESTAMPDIFF(SECOND, t.CREATE_TIME_, :now)) FROM ACT_RU_TASK t";

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OpenTask> find(String id) {
        return jdbc.sql(FIELDS + " WHERE t.ID_ = :id").param("id", id).query(this::read).optional();
    }

    /** Ids of tasks due until then whose lateness nobody was told of yet, from one id on. */
    List<String> dueUntil(Instant until, String after, int most) {
        return jdbc.sql("SELECT t.ID_ FROM ACT_RU_TASK t WHERE t.DUE_DATE_ <= :until AND t.ID_ > :after AND NOT EXISTS (SELECT 1 FROM deadline_notice n"
                        + " WHERE n.task_id = t.ID_ AND n.step = 'ESCALATED') ORDER BY t.ID_ LIMIT :most")
                .param("until", Timestamp.from(until)).param("after", after).param("most", most).query(String.class).list();
    }

    /** Ids of tasks nobody has claimed, from one id on. */
    List<String> unclaimed(String after, int most) {
        return jdbc.sql("SELECT t.ID_ FROM ACT_RU_TASK t WHERE t.ASSIGNEE_ IS NULL AND t.ID_ > :after ORDER BY t.ID_ LIMIT :most")
                .param("after", after).param("most", most).query(String.class).list();
    }

    List<String> withKeys(Collection<String> keys, Collection<String> groups, String person) {
        return groups.isEmpty() ? List.of() : jdbc.sql("SELECT t.ID_ FROM ACT_RU_TASK t WHERE t.TASK_DEF_KEY_ IN (:keys) AND (t.ASSIGNEE_ = :person OR"
                        + " t.ASSIGNEE_ IS NULL AND EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate'"
                        + " AND l.GROUP_ID_ IN (:groups))) ORDER BY t.DUE_DATE_, t.ID_ LIMIT 200")
                .param("keys", keys).param("person", person).param("groups", groups).query(String.class).list();
    }

    /** @param entities codes the reader is kept to; empty when he sees all */
    List<Load> byPerson(Optional<Set<String>> entities, Instant now) {
        return loads("SELECT t.ASSIGNEE_," + LOAD + " WHERE t.ASSIGNEE_ IS NOT NULL" + (entities.isPresent() ? OF_ENTITIES : "")
                + " GROUP BY t.ASSIGNEE_", entities, now);
    }

    /** Tasks nobody has claimed, by the role asked; one that asks several roles counts for each. */
    List<Load> byGroup(Optional<Set<String>> entities, Instant now) {
        return loads("SELECT l.GROUP_ID_," + LOAD + " JOIN ACT_RU_IDENTITYLINK l ON l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate'"
                + " WHERE t.ASSIGNEE_ IS NULL AND l.GROUP_ID_ IS NOT NULL" + (entities.isPresent() ? OF_ENTITIES : "") + " GROUP BY l.GROUP_ID_",
                entities, now);
    }

    private List<Load> loads(String sql, Optional<Set<String>> entities, Instant now) {
        var query = jdbc.sql(sql).param("now", Timestamp.from(now));
        entities.ifPresent(codes -> query.param("entities", codes));
        return query.query((row, n) -> new Load(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))).list();
    }

    private OpenTask read(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp(7);
        String id = row.getString(1);
        List<String> groups = jdbc.sql("SELECT GROUP_ID_ FROM ACT_RU_IDENTITYLINK WHERE TASK_ID_ = :id AND TYPE_ = 'candidate'"
                + " AND GROUP_ID_ IS NOT NULL ORDER BY GROUP_ID_").param("id", id).query(String.class).list();
        return new OpenTask(id, row.getString(2), row.getString(3) == null ? "" : row.getString(3), row.getString(4), row.getString(5),
                row.getTimestamp(6).toInstant(), due == null ? null : due.toInstant(), groups, row.getString(8));
    }

    /** @param who            login, or id of a role's group
     *  @param averageSeconds how long these tasks have been open on average */
    record Load(String who, long open, long overdue, long averageSeconds) {
    }
}
