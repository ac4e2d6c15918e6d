package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a day in the limit ledger, as the process walks it. */
@ApplicationTest
@ProcessTest
class LimitDayEndPathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private Bank bank;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void aNightInWhichEverythingAgreesLeavesNoTask() {
        bank.anApplication().asking("1500000").judged("STRONG").active();
        everyNight();
        assertThat(tasks()).isZero();
    }

    /** The steps read outside any transaction and book each thing in one of its own; repeated, they change nothing. */
    @Test
    void whatIsOverEndsInTheNightAndDollarsAreToldAtTheRateOfTheDay() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        rate("7.00");
        dollars(credit, "F-USD-1");
        dollars(credit, "F-USD-2");
        LimitAccountView before = LimitCase.account(credit);
        reserve(credit, "1000", "order-1", bank.clock.today());
        reserve(credit, "2000", "order-2", bank.clock.today());
        assertThat(LimitCase.account(credit).reserved()).isEqualTo(before.reserved().plus(Money.cny("3000")));
        bank.engineClock.moveOn(Duration.ofDays(1));
        rate("7.50");

        everyNight();
        everyNight();

        assertThat(LimitCase.account(credit).reserved()).isEqualTo(before.reserved());
        assertThat(LimitCase.account(credit).committed()).isEqualTo(before.committed().plus(Money.cny("10000")));
    }

    private void dollars(ApplicationCase credit, String number) {
        FacilityId facility = new FacilityId(number + credit.number().substring(credit.number().length() - 5));
        LedgerReceipt held = reserve(credit, "70000", facility.value(), bank.clock.today().plusDays(30));
        bank.ledger.confirm(held.reservation().orElseThrow(), List.of(new FacilityCommitment(facility, Money.of("10000", "USD"), true, bank.clock.today().plusDays(300))),
                new LedgerKey("test", facility + "/confirm"), bank.clock.today(), ANALYST).orElseThrow();
    }

    private LedgerReceipt reserve(ApplicationCase credit, String amount, String subject, LocalDate until) {
        return bank.ledger.reserve(new ReserveLimit(credit.customer(), Money.cny(amount), ReservationPurpose.NEW_CREDIT, subject, until, Optional.empty()),
                new LedgerKey("test", credit.number() + "/" + subject), bank.clock.today(), ANALYST).orElseThrow();
    }

    private void rate(String yuan) {
        rates.record(new ExchangeRate("USD", bank.clock.today(), new BigDecimal(yuan), "测试"), ANALYST).orElseThrow();
    }

    @Test
    void aDifferenceIsAnAlarmAndATaskOfTheRiskDirectorUntilItIsExplained() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        String account = LimitAccountId.of(credit.customer()).value();
        jdbc.sql("UPDATE limit_account SET utilised = utilised + 1.2345 WHERE account_id = ?").param(account).update();
        try {
            everyNight();
            assertThat(tasks()).isEqualTo(1);
            JsonNode shown = asTheDirectorReadsIt();
            assertThat(shown.path("customer").asText()).isEqualTo(credit.firm().name());
            assertThat(shown.path("levelLabel").asText() + " " + shown.path("number").asText()).isEqualTo("客户 " + credit.customer());
        } finally {
            jdbc.sql("UPDATE limit_account SET utilised = utilised - 1.2345 WHERE account_id = ?").param(account).update();
        }
    }

    private JsonNode asTheDirectorReadsIt() {
        String task = bank.tasks.createTaskQuery().processDefinitionKey("limit-day-end").singleResult().getId();
        return Browser.tasklist(port, "director", "shouxin-demo", "zh-CN").get("/camunda/api/shouxin/v1/tasks/" + task + "/reconciliation")
                .json().path("differences").get(0);
    }

    private long tasks() {
        return bank.tasks.createTaskQuery().processDefinitionKey("limit-day-end").taskCandidateGroup("risk-director").count();
    }

    private void everyNight() {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("limit-day-end").singleResult().getId());
        bank.hands.runSteps();
    }
}
