package io.shouxin.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one clock of the bank. Everything that asks for the time asks here; the process engine follows it.
 * The business date is the calendar date in {@link #ZONE}.
 */
public final class BusinessClock extends Clock {

    /** Chinese standard time: the day of a value date or a deadline ends at midnight in Beijing. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Clock source;

    public BusinessClock(Clock source) {
        this.source = source;
    }

    /** For tests and simulated walks only: from now on time is told by {@code source}. */
    public void follow(Clock source) {
        this.source = source;
    }

    /** The date it counts as, in Beijing. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }
}
