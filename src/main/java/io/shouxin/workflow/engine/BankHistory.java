package io.shouxin.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * What the engine's history keeps: every instance, activity, task, decision, incident, failed job and each act of a person
 * (operation log), with the last value of each variable.
 *
 * <p>It leaves out what people type ({@value Submission#VARIABLE} lives for one transaction; personal data has no business in
 * engine tables, R21) and what the bank's audit trail or the operation log says better: each change of an outcome code, each
 * candidate group, and jobs that were made and went well.
 *
 * <p>Bears the number of the engine's level "full", so that a database may change between the two.
 */
final class BankHistory extends HistoryLevelFull {

    private static final Set<HistoryEventTypes> LEFT_OUT = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.FORM_PROPERTY_UPDATE, HistoryEventTypes.IDENTITY_LINK_ADD, HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_SUCCESS, HistoryEventTypes.JOB_DELETE);

    @Override
    public String getName() {
        return "bank";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !LEFT_OUT.contains(type) && !isSubmission(entity);
    }

    private static boolean isSubmission(Object entity) {
        return entity instanceof VariableInstanceEntity variable && Submission.VARIABLE.equals(variable.getName())
                || entity instanceof HistoricVariableUpdateEventEntity change && Submission.VARIABLE.equals(change.getVariableName());
    }
}
