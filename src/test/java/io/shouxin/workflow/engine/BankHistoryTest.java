package io.shouxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.Breakdowns.Breakdown;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine remembers who did what and what failed, and nothing that people typed. */
@ApplicationTest
@ProcessTest
class BankHistoryTest {

    @Autowired
    private Bank bank;

    @Autowired
    private Breakdowns breakdowns;

    @Test
    void everyActOfAPersonStandsInTheOperationLog() {
        ApplicationCase file = bank.anApplication().withDocuments();
        String task = file.claim("analyst", "user_enter-data").getId();

        assertThat(bank.history.createUserOperationLogQuery().taskId(task).list())
                .extracting(UserOperationLogEntry::getUserId, UserOperationLogEntry::getOperationType)
                .containsOnly(tuple("analyst", "Claim"));
    }

    @Test
    void whatPeopleTypeIsNotKept() {
        ApplicationCase file = bank.anApplication().assessed();
        String instance = file.process().getId();

        assertThat(bank.history.createHistoricVariableInstanceQuery().variableName(Submission.VARIABLE).includeDeleted().count()).isZero();
        assertThat(bank.history.createHistoricDetailQuery().processInstanceId(instance).count()).isZero();
        assertThat(bank.history.createHistoricVariableInstanceQuery().processInstanceId(instance).variableName(RouteVariables.OUTCOME)
                .singleResult().getValue()).isEqualTo("PROPOSED");
    }

    @Test
    void aFailedStepLeavesALineAndASuccessfulOneDoesNot() {
        ApplicationCase file = bank.anApplication().withDocuments();
        file.complete("analyst", "user_enter-data", Map.of());
        breakdowns.at("service_propose-limit");
        bank.hands.complete("analyst", file.number(), "user_assess-qualification", Forms.qualification("QUALIFIED", "STRONG"));
        Job step = bank.management.createJobQuery().processInstanceId(file.process().getId()).messages().singleResult();

        assertThatThrownBy(() -> bank.management.executeJob(step.getId())).isInstanceOf(Breakdown.class);

        assertThat(bank.history.createHistoricJobLogQuery().processInstanceId(file.process().getId()).list())
                .singleElement().matches(HistoricJobLog::isFailureLog).extracting(HistoricJobLog::getJobId).isEqualTo(step.getId());
    }
}
