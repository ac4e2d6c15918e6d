package io.shouxin.creditroom;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in the room, kept in the database so that every node knows them. */
@Component
class RoomSessions {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Duration idle;
    private final Duration longest;

    RoomSessions(JdbcClient jdbc, @Value("${shouxin.room.session-idle:30m}") Duration idle, @Value("${shouxin.room.session-longest:4h}") Duration longest) {
        this.jdbc = jdbc;
        this.idle = idle;
        this.longest = longest;
    }

    /** @return the session's secret; a hash of it is kept */
    String open(String invitation, Instant now) {
        String secret = RoomSecret.fresh();
        jdbc.sql("INSERT INTO room_session (session_hash, invitation_id, opened_at, seen_at) VALUES (:hash, :invitation, :now, :now)")
                .param("hash", RoomSecret.hash(secret)).param("invitation", invitation).param("now", Timestamp.from(now)).update();
        return secret;
    }

    Optional<String> invitationOf(String secret, Instant now) {
        String hash = RoomSecret.hash(secret);
        return jdbc.sql("SELECT invitation_id, opened_at, seen_at FROM room_session WHERE session_hash = :hash AND ended_at IS NULL").param("hash", hash)
                .query((row, n) -> new Seen(row.getString(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant())).optional()
                .filter(seen -> now.isBefore(seen.openedAt().plus(longest)) && now.isBefore(seen.seenAt().plus(idle)))
                .map(seen -> {
                    if (now.isAfter(seen.seenAt().plus(NOTED_EVERY))) {
                        jdbc.sql("UPDATE room_session SET seen_at = :now WHERE session_hash = :hash").param("now", Timestamp.from(now)).param("hash", hash).update();
                    }
                    return seen.invitation();
                });
    }

    void end(String secret, Instant now) {
        jdbc.sql("UPDATE room_session SET ended_at = :now WHERE session_hash = :hash AND ended_at IS NULL").param("now", Timestamp.from(now))
                .param("hash", RoomSecret.hash(secret)).update();
    }

    void endAll(String invitation, Instant now) {
        jdbc.sql("UPDATE room_session SET ended_at = :now WHERE invitation_id = :id AND ended_at IS NULL").param("now", Timestamp.from(now))
                .param("id", invitation).update();
    }

    private record Seen(String invitation, Instant openedAt, Instant seenAt) {
    }
}
