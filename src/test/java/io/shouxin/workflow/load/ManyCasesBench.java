package io.shouxin.workflow.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.database.OnDatabaseServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a credit manager waits for when he opens his list and a case, in a bank that has just begun and in one with many open tasks and
 * ten years of finished cases: the requests that Tasklist and the forms make, signed in, over HTTP.
 */
@OnDatabaseServer
@ProcessTest
@Tag("bench")
class ManyCasesBench {

    private static final int OPEN = Integer.getInteger("bench.open", 100_000);
    private static final int FINISHED = Integer.getInteger("bench.finished", 1_000_000);
    private static final int TIMES = Integer.getInteger("bench.times", 60);

    @Autowired
    private Bank bank;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private FilterService filters;

    @LocalServerPort
    private int port;

    @Test
    void theListAndTheCaseStayQuick() {
        ApplicationCase finished = bank.anApplication().active();
        ApplicationCase declined = bank.anApplication().asking("4000000").decidedBy("manager", Verdict.DECLINE);
        ApplicationCase[] open = {bank.anApplication().asking("4000000").assessed(), bank.anApplication().asking("4000000").assessed(),
                bank.anApplication().withDocumentsUploaded(), bank.anApplication().started()};
        Map<String, Supplier<Browser.Answer>> asks = asks(open[0], Browser.tasklist(port, "manager", "shouxin-demo", "zh-CN"));
        Map<String, Double> before = measure(asks);
        CaseCopies copies = new CaseCopies(jdbc);
        long start = System.nanoTime();
        for (ApplicationCase one : open) {
            copies.open(one.number(), OPEN / open.length);
        }
        copies.finished(finished.number(), FINISHED / 2);
        copies.finished(declined.number(), FINISHED / 2);
        System.out.printf("%,d open tasks, %,d finished cases, %,d audit entries; made in %d s%n", count("ACT_RU_TASK"),
                jdbc.queryForObject("SELECT COUNT(*) FROM credit_application WHERE closed_at IS NOT NULL OR status = 'ACTIVE'", Long.class),
                count("audit_entry"), (System.nanoTime() - start) / 1_000_000_000L);
        Map<String, Double> after = measure(asks);
        System.out.printf("%-40s %12s %12s %8s%n", "median of " + TIMES, "empty, ms", "full, ms", "ratio");
        before.forEach((name, millis) -> System.out.printf("%-40s %12.1f %12.1f %8.2f%n", name, millis, after.get(name), after.get(name) / millis));
    }

    private Map<String, Supplier<Browser.Answer>> asks(ApplicationCase one, Browser manager) {
        Map<String, Supplier<Browser.Answer>> asks = new LinkedHashMap<>();
        filters.createTaskFilterQuery().list().stream().filter(filter -> !filter.getName().contains("All"))
                .forEach(filter -> asks.put("list " + filter.getName(), () -> manager.taskList(filter.getId())));
        String task = one.task("user_decide-as-credit-manager").getId();
        for (String path : List.of("tasks/" + task + "/case-file", "tasks/cards?ids=" + task, "applications/" + one.number(), "applications?size=12",
                "facilities?size=50", "messages")) {
            asks.put(path.replace(task, "…"), () -> manager.get(manager.api() + "/" + path));
        }
        return asks;
    }

    private Map<String, Double> measure(Map<String, Supplier<Browser.Answer>> asks) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = -20; round < TIMES; round++) {
            for (Map.Entry<String, Supplier<Browser.Answer>> ask : asks.entrySet()) {
                long from = System.nanoTime();
                Browser.Answer answer = ask.getValue().get();
                assertThat(answer.status()).as(ask.getKey() + " " + answer.body()).isEqualTo(200);
                if (round >= 0) {
                    all.computeIfAbsent(ask.getKey(), name -> new ArrayList<>()).add((System.nanoTime() - from) / 1e6);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((name, millis) -> medians.put(name, millis.stream().sorted().toList().get(TIMES / 2)));
        return medians;
    }

    private long count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    }
}
