package io.shouxin.audit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened, in order, for ever (traceability, 可追溯性). An entry is written in the transaction of the act itself,
 * so there is no act without its entry and no entry without its act.
 */
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AuditTrail(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param subject business number of the thing acted on
     * @param act     past tense code, e.g. {@code APPLICATION_SUBMITTED}
     * @param detail  what an auditor needs, without personal data; at most 2,000 characters are kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String subject, String act, PersonId actor, String detail) {
        String kept = detail == null ? "" : detail.substring(0, Math.min(detail.length(), 2000));
        jdbc.sql("INSERT INTO audit_entry (subject, act, actor, detail, happened_at) VALUES (:subject, :act, :actor, :detail, :at)")
                .param("subject", subject).param("act", act).param("actor", actor.value()).param("detail", kept)
                .param("at", Timestamp.from(clock.instant())).update();
    }

    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        return jdbc.sql("SELECT subject, act, actor, detail, happened_at FROM audit_entry WHERE subject = :subject ORDER BY entry_id")
                .param("subject", subject)
                .query((row, n) -> new AuditEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** One line of the trail. */
    public record AuditEntry(String subject, String act, String actor, String detail, Instant at) {
    }
}
