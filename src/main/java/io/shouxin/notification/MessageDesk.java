package io.shouxin.notification;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaves messages (通知) in people's inboxes; the same message key reaches the same person once. */
@Service
@Transactional
public class MessageDesk {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MessageDesk(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param key     caller's idempotency key, e.g. {@code CA-2026-000123/reminder/2}
     * @param subject business number the message is about
     * @param code    message code; the text stands in the message bundles
     * @return false when this person already has a message with this key
     */
    public boolean send(PersonId to, String key, String subject, String code) {
        boolean known = jdbc.sql("SELECT COUNT(*) FROM message WHERE recipient = :to AND message_key = :key")
                .param("to", to.value()).param("key", key).query(Long.class).single() > 0;
        if (known) {
            return false;
        }
        try {
            jdbc.sql("INSERT INTO message (recipient, message_key, subject, code, sent_at) VALUES (:to, :key, :subject, :code, :at)")
                    .param("to", to.value()).param("key", key).param("subject", subject).param("code", code)
                    .param("at", Timestamp.from(clock.instant())).update();
            return true;
        } catch (DuplicateKeyException sentMeanwhile) {
            return false;
        }
    }

    @Transactional(readOnly = true)
    public List<Message> inbox(PersonId person) {
        return jdbc.sql("SELECT subject, code, sent_at FROM message WHERE recipient = :to ORDER BY message_id DESC")
                .param("to", person.value())
                .query((row, n) -> new Message(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /** A message in an inbox. */
    public record Message(String subject, String code, Instant sentAt) {
    }
}
