package io.shouxin.workflow.engine;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes in the trail what somebody tried with a case and was refused (被拒操作): decided twice, on another proposal than the one before him,
 * after the case had ended. What is wrong with a field he typed in is between him and his form. The act itself is rolled back; the note is
 * written afterwards, in a transaction of its own.
 */
@Component
public class RefusedActs {

    /** Told beside a field, and yet about the case: what was shown is not what stands now. */
    private static final Set<String> OF_THE_CASE = Set.of("PROPOSAL_CHANGED", "WRONG_DOCUMENT");

    private final AuditTrail audit;
    private final ObjectProvider<HistoryService> history;
    private final OwnAuthority ownAuthority;
    private final TransactionTemplate alone;

    RefusedActs(AuditTrail audit, ObjectProvider<HistoryService> history, OwnAuthority ownAuthority, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.history = history;
        this.ownAuthority = ownAuthority;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param what task or act, e.g. {@code user_decide-as-credit-manager} */
    public void note(String subject, PersonId actor, String what, List<Refusal> refusals) {
        refusals.stream().filter(refusal -> refusal.field().isEmpty() || OF_THE_CASE.contains(refusal.code())).findFirst()
                .ifPresent(refusal -> note(subject, actor, what + " " + refusal.code()));
    }

    private void note(String subject, PersonId actor, String detail) {
        Runnable write = () -> alone.executeWithoutResult(status -> audit.recordRefused(subject, "ACT_REFUSED", actor, detail));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                write.run();
            }
        });
    }

    /** A form came in for a task that is gone: done already, or ended with its case. */
    public void noteGone(String taskId, PersonId actor) {
        ownAuthority.of(() -> {
            HistoricTaskInstance task = history.getObject().createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
            HistoricProcessInstance process = task == null ? null
                    : history.getObject().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
            if (process != null && process.getBusinessKey() != null) {
                note(process.getBusinessKey(), actor, task.getTaskDefinitionKey() + " TASK_GONE");
            }
            return null;
        });
    }
}
