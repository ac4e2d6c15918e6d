package io.shouxin.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Keeps what people type out of the engine's history: the variable {@value Submission#VARIABLE} lives for one
 * transaction only, and personal data has no business in engine tables (R21).
 */
class SubmissionBlindHistory extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isSubmission(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        super.handleEvents(events.stream().filter(event -> !isSubmission(event)).toList());
    }

    private static boolean isSubmission(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable && Submission.VARIABLE.equals(variable.getVariableName())
                || event instanceof HistoricFormPropertyEventEntity typed && Submission.VARIABLE.equals(typed.getPropertyId());
    }
}
