package io.shouxin.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file of replays. Rows are added and read, never changed. */
@Repository
class Replays {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String SELECT = "SELECT replay_id, draft_id, sha256, run_by, run_at, body FROM policy_replay ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Replays(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(Replay replay) {
        try {
            jdbc.sql("INSERT INTO policy_replay (replay_id, draft_id, sha256, body, run_by, run_at) VALUES (:id, :draft, :sha256, :body, :by, :at)")
                    .param("id", replay.replayId()).param("draft", replay.draftId()).param("sha256", replay.sha256())
                    .param("body", JSON.writeValueAsString(replay.result())).param("by", replay.by().value())
                    .param("at", Timestamp.from(replay.at())).update();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** @param first number of the first of these lines, from 1 */
    void addLines(String replay, int first, List<ReplayLine> lines) {
        int[] number = {first};
        batches.batchUpdate("""
                INSERT INTO policy_replay_line (replay_id, line_no, population, subject, customer_id, grade_before, grade_after, limit_before,
                                                limit_after, tier_before, tier_after, loss_before, loss_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                lines.stream().map(line -> new Object[] {replay, number[0]++, line.population(), line.subject(), line.customer(),
                    line.gradeBefore(), line.gradeAfter(), line.limitBefore(), line.limitAfter(), line.tierBefore(), line.tierAfter(),
                    line.lossBefore(), line.lossAfter()}).toList());
    }

    Optional<Replay> find(String replay) {
        return jdbc.sql(SELECT + "WHERE replay_id = :id").param("id", replay).query(Replays::replay).optional();
    }

    Optional<Replay> newest(String draft) {
        return jdbc.sql(SELECT + "WHERE draft_id = :draft ORDER BY run_at DESC, replay_id DESC LIMIT 1").param("draft", draft)
                .query(Replays::replay).optional();
    }

    /** Newest first. */
    List<Replay> of(String draft) {
        return jdbc.sql(SELECT + "WHERE draft_id = :draft ORDER BY run_at DESC, replay_id DESC").param("draft", draft)
                .query(Replays::replay).list();
    }

    /** @param after number of the last line read; 0 for the first */
    List<ReplayLine> lines(String replay, int after, int most) {
        return jdbc.sql("""
                SELECT population, subject, customer_id, grade_before, grade_after, limit_before, limit_after, tier_before, tier_after,
                       loss_before, loss_after
                  FROM policy_replay_line WHERE replay_id = :id AND line_no > :after ORDER BY line_no LIMIT :most""")
                .param("id", replay).param("after", after).param("most", most)
                .query((row, n) -> new ReplayLine(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getBigDecimal(6), row.getBigDecimal(7), row.getString(8), row.getString(9), row.getBigDecimal(10),
                        row.getBigDecimal(11))).list();
    }

    int countLines(String replay) {
        return jdbc.sql("SELECT COUNT(*) FROM policy_replay_line WHERE replay_id = :id").param("id", replay).query(Integer.class).single();
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        try {
            return new Replay(row.getString("replay_id"), row.getString("draft_id"), row.getString("sha256"),
                    new PersonId(row.getString("run_by")), row.getTimestamp("run_at").toInstant(),
                    JSON.readValue(row.getString("body"), ReplayResult.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored replay cannot be read", unreadable);
        }
    }
}
