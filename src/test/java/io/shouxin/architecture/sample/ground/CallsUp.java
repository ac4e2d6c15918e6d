package io.shouxin.architecture.sample.ground;

import io.shouxin.architecture.sample.upper.Upstairs;
import java.time.Instant;
import org.camunda.bpm.engine.TaskService;

/** Planted: calls a floor above, knows the engine, keeps money as a double, and reads its own clock. */
public class CallsUp {

    public double money = 0.1;
    public TaskService engine;

    public Instant wrong(Upstairs upstairs) {
        upstairs.open();
        return Instant.now();
    }
}
