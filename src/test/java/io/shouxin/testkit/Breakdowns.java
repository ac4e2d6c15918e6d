package io.shouxin.testkit;

import io.shouxin.origination.ApplicationClosed;
import io.shouxin.origination.ApplicationSubmitted;
import io.shouxin.origination.ApplicationWithdrawn;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the machine break where a test wants it: in the engine, when it reaches a user task or leaves an automatic step; or
 * in a desk, after it has written. Does nothing unless told to.
 */
@Component
@Profile("test")
public class Breakdowns extends AbstractProcessEnginePlugin {

    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** The engine fails when it reaches this user task, or when this automatic step has done its work. */
    public void at(String elementId) {
        broken.add(elementId);
    }

    /** The desk fails right after it has published this event, its rows already written. */
    public void after(Class<?> event) {
        broken.add(event.getName());
    }

    public void repair() {
        broken.clear();
    }

    @EventListener
    void on(ApplicationSubmitted event) {
        breakIfTold(event.getClass().getName());
    }

    @EventListener
    void on(ApplicationWithdrawn event) {
        breakIfTold(event.getClass().getName());
    }

    @EventListener
    void on(ApplicationClosed event) {
        breakIfTold(event.getClass().getName());
    }

    private void breakIfTold(String place) {
        if (broken.contains(place)) {
            throw new Breakdown(place);
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPostBPMNParseListeners() == null) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPostBPMNParseListeners().add(new Wiring());
    }

    private final class Wiring extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) task -> breakIfTold(activity.getId()));
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            breakAfter(activity);
        }

        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            breakAfter(activity);
        }

        private void breakAfter(ActivityImpl activity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) token -> breakIfTold(activity.getId()));
        }
    }

    /** What a broken place throws. */
    public static final class Breakdown extends IllegalStateException {
        private Breakdown(String place) {
            super("broken on purpose: " + place);
        }
    }
}
