package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a day in the limit ledger, as the process walks it. */
@ApplicationTest
@ProcessTest
class LimitDayEndPathsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aNightInWhichEverythingAgreesLeavesNoTask() {
        bank.anApplication().asking("1500000").judged("STRONG").active();
        everyNight();
        assertThat(tasks()).isZero();
    }

    @Test
    void aDifferenceIsAnAlarmAndATaskOfTheRiskDirectorUntilItIsExplained() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        String account = LimitAccountId.of(credit.customer()).value();
        jdbc.sql("UPDATE limit_account SET utilised = utilised + 1 WHERE account_id = ?").param(account).update();
        try {
            everyNight();
            assertThat(tasks()).isEqualTo(1);
        } finally {
            jdbc.sql("UPDATE limit_account SET utilised = utilised - 1 WHERE account_id = ?").param(account).update();
        }
    }

    private long tasks() {
        return bank.tasks.createTaskQuery().processDefinitionKey("limit-day-end").taskCandidateGroup("risk-director").count();
    }

    private void everyNight() {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("limit-day-end").singleResult().getId());
        bank.hands.runSteps();
    }
}
