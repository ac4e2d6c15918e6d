package io.shouxin.notification;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves messages (通知) in people's inboxes and, where they want it, in the outbox for e-mail; both in the transaction of the act
 * they tell of. The same message key reaches the same person once.
 */
@Service
@Transactional
public class MessageDesk {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final MessagePreferences preferences;
    private final Outbox outbox;

    MessageDesk(JdbcClient jdbc, BusinessClock clock, MessagePreferences preferences, Outbox outbox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.preferences = preferences;
        this.outbox = outbox;
    }

    /** A message whose text names nothing but its subject. */
    public boolean send(PersonId to, String key, String subject, String code) {
        return send(to, key, subject, code, Map.of());
    }

    /**
     * @param key     caller's idempotency key, e.g. {@code CA-2026-000123/reminder/2}
     * @param subject business number the message is about
     * @param code    message code; the text stands in the message bundles
     * @param values  named values of the text, without personal data
     * @return false when this person already has a message with this key
     */
    public boolean send(PersonId to, String key, String subject, String code, Map<String, String> values) {
        boolean known = jdbc.sql("SELECT COUNT(*) FROM message WHERE recipient = :to AND message_key = :key")
                .param("to", to.value()).param("key", key).query(Long.class).single() > 0;
        if (known) {
            return false;
        }
        try {
            jdbc.sql("INSERT INTO message (recipient, message_key, subject, code, message_values, sent_at)"
                            + " VALUES (:to, :key, :subject, :code, :values, :at)")
                    .param("to", to.value()).param("key", key).param("subject", subject).param("code", code)
                    .param("values", MessageWords.kept(values)).param("at", Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException sentMeanwhile) {
            return false;
        }
        if (outbox.isOpen()) {
            MessagePreference preference = preferences.of(to);
            if (preference.wantsByMail(MessageKind.of(code))) {
                outbox.post(preference, key, subject, code, values);
            }
        }
        return true;
    }

    @Transactional(readOnly = true)
    public List<Message> inbox(PersonId person) {
        return jdbc.sql("SELECT subject, code, message_values, sent_at FROM message WHERE recipient = :to ORDER BY message_id DESC")
                .param("to", person.value())
                .query((row, n) -> new Message(row.getString(1), row.getString(2), MessageWords.read(row.getString(3)),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** A message in an inbox. */
    public record Message(String subject, String code, Map<String, String> values, Instant sentAt) {
    }
}
