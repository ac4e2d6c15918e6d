package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly check of the audit trail, as the process walks it. */
@ApplicationTest
@ProcessTest
class AuditCheckPathsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @AfterEach
    void theNightIsOver() {
        tasks().forEach(task -> bank.runtime.deleteProcessInstance(task.getProcessInstanceId(), "over"));
    }

    @Test
    void whatIsMissedIsIssuedAndSealedAtNight() {
        ApplicationCase file = bank.anApplication().asking("1500000").judged("STRONG").active();
        everyNight();

        String approval = file.approvals().get(0).id().value();
        assertThat(bank.audit.of(approval)).extracting("act").contains("DECISION_RECEIPT_ISSUED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_sealed_head WHERE subject = ?").param(file.number()).query(Long.class).single()).isPositive();
        assertThat(findings()).noneMatch(finding -> finding.contains(file.number()) || finding.contains(approval));
    }

    @Test
    void aChangeIsAnAlarmAndATaskOfTheRiskDirectorUntilItIsExplained() {
        ApplicationCase file = bank.anApplication().asking("1500000").judged("STRONG").active();
        everyNight();
        theNightIsOver();
        jdbc.sql("UPDATE rating SET score = score - 1 WHERE subject = ?").param(file.number()).update();
        try {
            everyNight();
            assertThat(findings()).anyMatch(finding -> finding.contains("rating " + file.proposal().ratingId() + ": score was"));
            assertThat(asTheDirectorReadsThem("zh-CN")).anyMatch(finding -> finding.contains("原为") && finding.contains("现为"))
                    .noneMatch(finding -> finding.contains(" was "));
            assertThat(asTheDirectorReadsThem("en")).anyMatch(finding -> finding.contains(": score was"));

            String check = check();
            assertThat(bank.told("auditor", check)).containsExactly("AUDIT_TRAIL_CHANGED");
            assertThat(bank.told("director", check)).containsExactly("AUDIT_TRAIL_CHANGED");
            assertThat(Refused.codesOf(() -> bank.hands.complete("director", check, "user_explain-findings", Map.of("explanation", " "))))
                    .containsExactly("FINDINGS_NOT_EXPLAINED at explanation");
            bank.hands.complete("director", check, "user_explain-findings", Map.of("explanation", "测试中改动，已恢复"));
            assertThat(tasks()).isEmpty();
        } finally {
            jdbc.sql("UPDATE rating SET score = score + 1 WHERE subject = ?").param(file.number()).update();
        }
    }

    @Test
    void aBalanceThatIsNoSumOfMoneyIsFoundAndKeepsNothingElseFromBeingChecked() {
        ApplicationCase damaged = bank.anApplication().asking("1500000").judged("STRONG").active();
        ApplicationCase sound = bank.anApplication().asking("1500000").judged("STRONG").active();
        String balance = "UPDATE limit_account SET utilised = ? WHERE account_level = 'FACILITY' AND account_id LIKE ?";
        String account = "%" + bank.facilities.of(damaged.id()).get(0).id();
        assertThat(jdbc.sql(balance).params(new BigDecimal("1.2345"), account).update()).isOne();
        try {
            everyNight();
            assertThat(findings()).contains(approvalOf(damaged) + ": no receipt could be issued").noneMatch(finding -> finding.contains(approvalOf(sound)));
            assertThat(bank.audit.of(approvalOf(sound))).extracting("act").contains("DECISION_RECEIPT_ISSUED");
            assertThat(tasks()).hasSize(1);
        } finally {
            jdbc.sql(balance).params(BigDecimal.ZERO, account).update();
        }
    }

    private static String approvalOf(ApplicationCase file) {
        return file.approvals().get(0).id().value();
    }

    private List<Task> tasks() {
        return bank.tasks.createTaskQuery().processDefinitionKey("audit-check").taskCandidateGroup("risk-director").list();
    }

    private List<String> asTheDirectorReadsThem(String language) {
        return Browser.tasklist(port, "director", "shouxin-demo", language).get("/camunda/api/shouxin/v1/tasks/" + tasks().get(0).getId() + "/audit-check")
                .json().path("findings").findValuesAsText("what");
    }

    private String check() {
        return jdbc.sql("SELECT check_id FROM audit_check ORDER BY run_at DESC, check_id DESC LIMIT 1").query(String.class).single();
    }

    private List<String> findings() {
        return jdbc.sql("SELECT what FROM audit_check_finding WHERE check_id = ?").param(check()).query(String.class).list();
    }

    private void everyNight() {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("audit-check").singleResult().getId());
        bank.hands.runSteps();
    }
}
