package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the night found in the ledger and in the audit trail, as the risk director reads it on every screen. */
@BrowserTest
@ProcessTest
class NightFindingsInTheBrowserTest {

    @Autowired
    private Bank bank;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDifferenceAndAChangeAreReadOnEveryScreen(Chromium browser) {
        ApplicationCase file = bank.anApplication().asking("1500000").judged("STRONG").active();
        night("audit-check");
        String account = LimitAccountId.of(file.customer()).value();
        jdbc.sql("UPDATE limit_account SET utilised = utilised + 1234567.89 WHERE account_id = ?").param(account).update();
        jdbc.sql("UPDATE rating SET score = score - 1 WHERE subject = ?").param(file.number()).update();
        List<String> faults = new ArrayList<>();
        try {
            night("audit-check");
            night("limit-day-end");
            for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
                try (Visitor director = browser.signedIn("director", screen)) {
                    open(director, "user_explain-differences");
                    director.sees("1,234,567.89");
                    director.sees(file.firm().name());
                    faults.addAll(Look.faults("explain-differences", screen, director));
                    open(director, "user_explain-findings");
                    director.sees(screen.language().startsWith("zh") ? "原为" : "score was");
                    faults.addAll(Look.faults("explain-findings", screen, director));
                }
            }
        } finally {
            jdbc.sql("UPDATE limit_account SET utilised = utilised - 1234567.89 WHERE account_id = ?").param(account).update();
            jdbc.sql("UPDATE rating SET score = score + 1 WHERE subject = ?").param(file.number()).update();
            List.of("audit-check", "limit-day-end").forEach(process -> bank.runtime.createProcessInstanceQuery().processDefinitionKey(process).list()
                    .forEach(found -> bank.runtime.deleteProcessInstance(found.getId(), "over")));
        }
        assertThat(faults).isEmpty();
    }

    private void open(Visitor visitor, String task) {
        visitor.goTo("/camunda/app/tasklist/default/#/?task=" + bank.tasks.createTaskQuery().taskDefinitionKey(task).orderByTaskCreateTime().desc().list().get(0).getId());
        visitor.waitForForm();
    }

    private void night(String process) {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey(process).singleResult().getId());
        bank.hands.runSteps();
    }
}
