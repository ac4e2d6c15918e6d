package io.shouxin.workflow.engine;

import io.shouxin.kernel.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Moves the one clock and the engine's with it, for simulated walks and tests; otherwise both tell the real time. */
@Component
public class EngineClock {

    private final BusinessClock clock;

    EngineClock(BusinessClock clock) {
        this.clock = clock;
    }

    public void stopAt(Instant instant) {
        clock.follow(Clock.fixed(instant, BusinessClock.ZONE));
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void moveOn(Duration duration) {
        stopAt(clock.instant().plus(duration));
    }

    /** Back to the real time. */
    public void release() {
        clock.follow(Clock.systemUTC());
        ClockUtil.reset();
    }
}
