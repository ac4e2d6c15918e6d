package io.shouxin.workflow.room;

import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.kernel.RefusedException;
import org.springframework.stereotype.Component;

/** Has what a visitor tries in vain noted in the trail; what he is told doesn't change by it. */
@Component
class RoomActs {

    private static final int LONGEST_NAME = 60;

    private final RoomDesk rooms;

    RoomActs(RoomDesk rooms) {
        this.rooms = rooms;
    }

    void noting(RoomInvitation visitor, String act, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            RefusedException refused = refusalIn(failed);
            rooms.noteRefusal(visitor, act.substring(0, Math.min(LONGEST_NAME, act.length())), refused.refusals().get(0).code());
            throw refused;
        }
    }

    private static RefusedException refusalIn(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
        }
        throw failed;
    }
}
