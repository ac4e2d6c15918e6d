package io.shouxin.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes to the outbox every few seconds, on every node; each e-mail is taken by one of them. */
@Component
class MailRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final MailDelivery delivery;
    private final Outbox outbox;
    private final boolean wanted;
    private final Duration pause;
    private ScheduledExecutorService rounds;

    MailRound(MailDelivery delivery, Outbox outbox, @Value("${camunda.bpm.job-execution.enabled:true}") boolean automaticWork,
              @Value("${shouxin.mail.every:5s}") Duration pause) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.wanted = automaticWork;
        this.pause = pause;
    }

    @Override
    public void start() {
        if (!outbox.isOpen()) {
            LOG.info("No mail server is set (spring.mail.host): messages stand in the inboxes only");
        } else if (wanted) {
            rounds = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "outbox");
                thread.setDaemon(true);
                return thread;
            });
            rounds.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A round that fails, because the database is away for instance, does not end the rounds. */
    private void round() {
        try {
            delivery.deliverWhatIsDue();
        } catch (RuntimeException failed) {
            LOG.warn("The outbox could not be worked on, next try in {}", pause, failed);
        }
    }

    @Override
    public void stop() {
        rounds.shutdown();
        rounds = null;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
