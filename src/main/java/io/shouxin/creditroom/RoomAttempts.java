package io.shouxin.creditroom;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts attempts at the room's door on all nodes together; a count stands whatever becomes of the attempt. */
@Component
class RoomAttempts {

    /** So many attempts from one address of the network in a quarter of an hour. */
    static final int MOST_PER_ADDRESS = 20;
    /** So many attempts at one invitation in a quarter of an hour. */
    static final int MOST_PER_INVITATION = 10;

    private static final long QUARTER = 15 * 60L;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RoomAttempts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether this attempt is one too many */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean tooMany(String address, String invitation) {
        boolean byAddress = count("address " + Sha256.of(address).substring(0, 40)) > MOST_PER_ADDRESS;
        boolean byInvitation = count("invitation " + Sha256.of(invitation).substring(0, 40)) > MOST_PER_INVITATION;
        return byAddress || byInvitation;
    }

    private int count(String who) {
        long quarter = clock.instant().getEpochSecond() / QUARTER;
        if (add(who, quarter) == 0) {
            try {
                jdbc.sql("DELETE FROM room_attempt WHERE quarter < :old").param("old", quarter - 4 * 24).update();
                jdbc.sql("INSERT INTO room_attempt (who, quarter, attempts) VALUES (:who, :quarter, 1)").param("who", who).param("quarter", quarter).update();
            } catch (DuplicateKeyException countedMeanwhile) {
                add(who, quarter);
            }
        }
        return jdbc.sql("SELECT attempts FROM room_attempt WHERE who = :who AND quarter = :quarter").param("who", who).param("quarter", quarter)
                .query(Integer.class).single();
    }

    private int add(String who, long quarter) {
        return jdbc.sql("UPDATE room_attempt SET attempts = attempts + 1 WHERE who = :who AND quarter = :quarter").param("who", who)
                .param("quarter", quarter).update();
    }
}
