package io.shouxin.workflow.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the {@link FormCommandGate} on every user task and on every start event that has a form. */
class FormCommandParseListener extends AbstractBpmnParseListener {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final FormCommandGate gate;

    FormCommandParseListener(FormCommandGate gate) {
        this.gate = gate;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) gate::take);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) gate::complete);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (element.attributeNS(new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), "formKey") != null) {
            start.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) gate::start);
        }
    }
}
