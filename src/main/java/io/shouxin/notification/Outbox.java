package io.shouxin.notification;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * E-mail on its way (发件箱). A row is written in the transaction of the act, taken by one node, and handed to the mail server
 * afterwards. Shut while no mail server is set: then messages stand in the inboxes only.
 */
@Service
@Transactional
public class Outbox {

    /** So long one node may try; after that another takes the row. Longer than the mail server's time limits together. */
    static final Duration TURN = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));
    private static final int LONGEST_REASON = 500;
    private static final String SELECT = "SELECT mail_id, recipient, message_key, subject, code, message_values, address, language, state,"
            + " attempts, next_attempt_at, reason, posted_at, sent_at FROM outgoing_mail";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean open;

    Outbox(JdbcClient jdbc, BusinessClock clock, ObjectProvider<JavaMailSender> sender) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.open = sender.getIfAvailable() != null;
    }

    /** Whether a mail server is set. */
    public boolean isOpen() {
        return open;
    }

    void post(MessagePreference to, String key, String subject, String code, Map<String, String> values) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("INSERT INTO outgoing_mail (recipient, message_key, subject, code, message_values, address, language, state, attempts,"
                        + " next_attempt_at, posted_at) VALUES (:to, :key, :subject, :code, :values, :address, :language, 'PENDING', 0, :at, :at)")
                .param("to", to.person().value()).param("key", key).param("subject", subject).param("code", code)
                .param("values", MessageWords.kept(values)).param("address", to.address().orElseThrow())
                .param("language", to.language().getLanguage()).param("at", now).update();
    }

    /** E-mail whose time has come and that nobody has in hand, oldest first. */
    @Transactional(readOnly = true)
    List<Long> due(int most) {
        return jdbc.sql("SELECT mail_id FROM outgoing_mail WHERE state IN ('PENDING', 'FAILED') AND next_attempt_at <= :now"
                        + " AND (taken_until IS NULL OR taken_until <= :now) ORDER BY next_attempt_at, mail_id")
                .param("now", now()).query(Long.class).list().stream().limit(most).toList();
    }

    /** @return the turn's own name, with which its end is told; empty when another node was faster */
    Optional<String> take(long id) {
        String turn = UUID.randomUUID().toString();
        int taken = jdbc.sql("UPDATE outgoing_mail SET taken_by = :turn, taken_until = :until WHERE mail_id = :id AND state IN ('PENDING', 'FAILED')"
                        + " AND next_attempt_at <= :now AND (taken_until IS NULL OR taken_until <= :now)")
                .param("turn", turn).param("until", Timestamp.from(clock.instant().plus(TURN))).param("id", id).param("now", now()).update();
        return taken == 1 ? Optional.of(turn) : Optional.empty();
    }

    @Transactional(readOnly = true)
    Optional<OutgoingMail> find(long id) {
        return jdbc.sql(SELECT + " WHERE mail_id = :id").param("id", id).query(Outbox::read).optional();
    }

    /** Also when the turn was overtaken: what the mail server took is sent. */
    void sent(long id) {
        jdbc.sql("UPDATE outgoing_mail SET state = 'SENT', attempts = attempts + 1, sent_at = :now, reason = NULL, taken_by = NULL,"
                + " taken_until = NULL WHERE mail_id = :id").param("now", now()).param("id", id).update();
    }

    /** @param forGood the mail server will never take it */
    void failed(OutgoingMail mail, String turn, String why, boolean forGood) {
        boolean over = forGood || mail.attempts() >= PAUSES.size();
        Instant next = over ? clock.instant() : clock.instant().plus(PAUSES.get(mail.attempts()));
        String reason = (why == null ? "" : why.replace(mail.address(), mail.maskedAddress()).replaceAll("\\s+", " ")).strip();
        jdbc.sql("UPDATE outgoing_mail SET state = :state, attempts = attempts + 1, next_attempt_at = :next, reason = :reason, taken_by = NULL,"
                        + " taken_until = NULL WHERE mail_id = :id AND taken_by = :turn")
                .param("state", (over ? MailState.GIVEN_UP : MailState.FAILED).name()).param("next", Timestamp.from(next))
                .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON))).param("id", mail.id()).param("turn", turn).update();
    }

    /** @return the e-mail, to be tried at once with all attempts before it, or {@code MAIL_UNKNOWN, MAIL_NOT_GIVEN_UP, MAIL_OFF} */
    public Outcome<OutgoingMail> tryAgain(long id) {
        if (!open) {
            return Outcome.refused(Refusal.of("MAIL_OFF"));
        }
        Optional<OutgoingMail> found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("MAIL_UNKNOWN").with("mail", id));
        }
        int changed = jdbc.sql("UPDATE outgoing_mail SET state = 'PENDING', attempts = 0, next_attempt_at = :now WHERE mail_id = :id"
                + " AND state = 'GIVEN_UP'").param("now", now()).param("id", id).update();
        return changed == 1 ? Outcome.done(find(id).orElseThrow())
                : Outcome.refused(Refusal.of("MAIL_NOT_GIVEN_UP").with("mail", id).with("state", "mailState." + found.get().state()));
    }

    /** Newest first, those of one state or all. */
    @Transactional(readOnly = true)
    public List<OutgoingMail> page(Optional<MailState> state, int page, int size) {
        String where = state.map(wanted -> " WHERE state = '" + wanted.name() + "'").orElse("");
        return jdbc.sql(SELECT + where + " ORDER BY mail_id DESC LIMIT :size OFFSET :from").param("size", size).param("from", (long) page * size)
                .query(Outbox::read).list();
    }

    @Transactional(readOnly = true)
    public Map<MailState, Long> counts() {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("SELECT state, COUNT(*) FROM outgoing_mail GROUP BY state").query(row -> {
            counts.put(MailState.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static OutgoingMail read(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp(14);
        return new OutgoingMail(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                MessageWords.read(row.getString(6)), row.getString(7), Locale.forLanguageTag(row.getString(8)), MailState.valueOf(row.getString(9)),
                row.getInt(10), row.getTimestamp(11).toInstant(), row.getString(12), row.getTimestamp(13).toInstant(),
                sent == null ? null : sent.toInstant());
    }
}
