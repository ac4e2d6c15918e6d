package io.shouxin.workflow.people;

import io.shouxin.workflow.engine.ModelDeployment;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the house ready before its doors open: models, groups, rights, task lists, tenants and the first people. Runs before the
 * web server takes its first request and before the engine's job executor starts; running it again changes nothing.
 */
@Component
class Provisioning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final ModelDeployment models;
    private final Rights rights;
    private final TaskLists taskLists;
    private final Tenants tenants;
    private final List<FirstPeople> firstPeople;
    private volatile boolean running;

    Provisioning(ModelDeployment models, Rights rights, TaskLists taskLists, Tenants tenants, List<FirstPeople> firstPeople) {
        this.models = models;
        this.rights = rights;
        this.taskLists = taskLists;
        this.tenants = tenants;
        this.firstPeople = firstPeople;
    }

    @Override
    public void start() {
        models.deploy();
        rights.grant();
        taskLists.provide();
        tenants.provide();
        firstPeople.forEach(FirstPeople::enter);
        running = true;
        LOG.info("Models, rights, task lists and people are in place");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late in the life cycle. */
    @Override
    public int getPhase() {
        return 0;
    }
}
