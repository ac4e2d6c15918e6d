package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.identity.CaseEntities;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.Limits;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workout.RecoveryDesk;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffReports;
import io.shouxin.workout.WriteOffStatus;
import io.shouxin.workout.WriteOffView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A facility in dollars is written off in dollars: judged in yuan at the day's rate, taken from the ledger as it was carried there. */
@ApplicationTest
@ProcessTest
class ForeignWriteOffPathsTest {

    private static final PersonId RM = new PersonId("rm");
    private static final PersonId DIRECTOR = new PersonId("director");

    @Autowired private Bank bank;
    @Autowired private WriteOffDesk desk;
    @Autowired private RecoveryDesk recoveries;
    @Autowired private WriteOffReports reports;
    @Autowired private ExchangeRates rates;
    @Autowired private CaseEntities cases;
    @Autowired private JdbcClient jdbc;

    @Test
    void aDollarFacilityIsWrittenOffRecoveredAndTakenBackInDollars() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        rate("7.10");
        LimitAccountId account = dollarsDrawn(credit, "100000", "40000");
        LimitAccountView customer = LimitCase.account(credit);
        LimitAccountView before = bank.ledger.account(account).orElseThrow();

        assertThat(codesOf(() -> bank.hands.start("rm", "write-off", form(credit, account, "40000.01")))).containsExactly("WRITE_OFF_ABOVE_DRAWN at amount");
        String number = bank.hands.start("rm", "write-off", form(credit, account, "30000"));
        bank.hands.runSteps();
        assertThat(view(number).amount()).isEqualTo(Money.of("30000", "USD"));
        assertThat(view(number).baseAmount()).as("at the rate of the proposal").isEqualTo(Money.cny("213000"));
        bank.engineClock.moveOn(Duration.ofDays(1));
        rate("7.30");
        Optional<WriteOffReports.Total> earlier = dollars();
        decideAndVote(number);

        assertThat(view(number).status()).isEqualTo(WriteOffStatus.WRITTEN_OFF);
        assertThat(view(number).baseAmount()).as("at the rate of the day it was booked").isEqualTo(Money.cny("219000"));
        LimitAccountView after = bank.ledger.account(account).orElseThrow();
        assertThat(after.utilised()).isEqualTo(Money.of("10000", "USD"));
        assertThat(after.committed()).isEqualTo(Money.of("70000", "USD"));
        LimitAccountView left = LimitCase.account(credit);
        assertThat(customer.committed().minus(left.committed())).as("30 of 100 as it was carried, at 7.10").isEqualTo(Money.cny("213000"));
        assertThat(customer.ceiling().orElseThrow().minus(left.ceiling().orElseThrow())).as("no room comes back").isEqualTo(Money.cny("213000"));
        assertThat(left.free()).isEqualTo(customer.free());
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
        assertThat(dollars().orElseThrow()).satisfies(total -> {
            assertThat(total.writtenOff()).isEqualTo(earlier.map(WriteOffReports.Total::writtenOff).orElse(Money.of("0", "USD")).plus(Money.of("30000", "USD")));
            assertThat(total.base()).isEqualTo(earlier.map(WriteOffReports.Total::base).orElse(Money.cny("0")).plus(Money.cny("219000")));
        });

        WriteOffId id = new WriteOffId(number);
        DocumentId paper = paper(credit);
        assertThat(codesOf(() -> recoveries.record(id, new BigDecimal("30000.01"), bank.clock.today(), paper, "", RM).orElseThrow())).containsExactly("RECOVERY_ABOVE_WRITTEN_OFF at amount");
        assertThat(recoveries.record(id, new BigDecimal("5000"), bank.clock.today(), paper, "法院划付", RM).orElseThrow().recovered()).isEqualTo(Money.of("5000", "USD"));

        String second = bank.hands.start("rm", "write-off", form(credit, account, "10000"));
        bank.hands.runSteps();
        decideAndVote(second);
        assertThat(bank.ledger.account(account).orElseThrow().utilised()).isEqualTo(Money.of("0", "USD"));
        assertThat(desk.reverse(new WriteOffId(second), "对象有误", DIRECTOR).orElseThrow().status()).isEqualTo(WriteOffStatus.REVERSED);
        assertThat(bank.ledger.account(account).orElseThrow()).isEqualTo(after);
        assertThat(LimitCase.account(credit)).isEqualTo(left);
        assertThat(before.status()).isEqualTo(after.status());
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void withoutARateNothingIsProposedThatNobodyCouldJudge() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        rate("7.10");
        LimitAccountId account = dollarsDrawn(credit, "100000", "40000");
        Limits.withoutRatesOfTheDollar(jdbc, () ->
                assertThat(codesOf(() -> bank.hands.start("rm", "write-off", form(credit, account, "30000")))).containsExactly("WRITE_OFF_NO_RATE at amount"));
        assertThat(desk.of(credit.customer())).isEmpty();
    }

    private Optional<WriteOffReports.Total> dollars() {
        return reports.totals().byCurrency().stream().filter(total -> total.writtenOff().currency().getCurrencyCode().equals("USD")).findFirst();
    }

    private void rate(String yuan) {
        rates.record(new ExchangeRate("USD", bank.clock.today(), new BigDecimal(yuan), "测试"), new PersonId("analyst")).orElseThrow();
    }

    /** A second facility of the customer, in dollars, drawn and then suspended. Applications are taken in yuan; it came with another book. */
    private LimitAccountId dollarsDrawn(ApplicationCase credit, String amount, String drawn) {
        FacilityId facility = new FacilityId("F-USD-" + credit.number().substring(credit.number().length() - 6));
        jdbc.sql("INSERT INTO facility (facility_id, agreement_id, application_id, customer_id, entity_code, line_no, product, kind, amount, currency, rate, tenor_months, "
                        + "payment_term_days, revolving, valid_from, valid_to, version) SELECT ?, agreement_id, application_id, customer_id, entity_code, 99, product, kind, ?, 'USD', rate, "
                        + "tenor_months, payment_term_days, revolving, valid_from, valid_to, 0 FROM facility WHERE application_id = ? AND line_no < 99")
                .params(facility.value(), new BigDecimal(amount), credit.number()).update();
        cases.belongs(facility.value(), credit.customer(), credit.view().entity());
        Money dollars = Money.of(amount, "USD");
        bank.ledger.reserve(new ReserveLimit(credit.customer(), Money.cny(new BigDecimal(amount).multiply(new BigDecimal("7.10"))), ReservationPurpose.NEW_CREDIT, facility.value(),
                bank.clock.today().plusDays(30), Optional.empty()), key(facility, "reserve"), bank.clock.today(), RM).then(held -> bank.ledger.confirm(held.reservation().orElseThrow(),
                List.of(new FacilityCommitment(facility, dollars, true, bank.clock.today().plusDays(300))), key(facility, "confirm"), bank.clock.today(), RM)).orElseThrow();
        LimitAccountId account = LimitAccountId.of(facility);
        bank.ledger.draw(account, Money.of(drawn, "USD"), key(facility, "draw"), bank.clock.today(), RM).orElseThrow();
        bank.ledger.suspend(account, key(facility, "suspend"), bank.clock.today(), RM).orElseThrow();
        return account;
    }

    private static LedgerKey key(FacilityId facility, String act) {
        return new LedgerKey("test", facility + "/" + act);
    }

    private Map<String, Object> form(ApplicationCase credit, LimitAccountId account, String amount) {
        return Forms.with(Map.of(), "facilityId", account.number(), "amount", amount, "reasonCode", "COLLECTION_EXHAUSTED", "reason", "借款人已停产，多次催收无果。",
                "measures", "电话与上门催收六次，诉讼后执行终结，抵押物已处置。", "papers", List.of(paper(credit).value()));
    }

    private DocumentId paper(ApplicationCase credit) {
        return bank.documents.receive(credit.customer(), "执行裁定.pdf", ApplicationCase.PDF, RM).orElseThrow().id();
    }

    private WriteOffView view(String number) {
        return desk.find(new WriteOffId(number)).orElseThrow();
    }

    private void decideAndVote(String number) {
        bank.hands.complete("director", number, "user_decide-as-risk-director", Forms.decision(Verdict.APPROVE, view(number).sha256()));
        bank.hands.runSteps();
        for (int member = 1; member <= 5 && bank.hands.openTasks(number).contains("user_vote-as-committee-member"); member++) {
            bank.hands.complete("committee" + member, number, "user_vote-as-committee-member", Forms.decision(Verdict.APPROVE, view(number).sha256()));
            bank.hands.runSteps();
        }
    }
}
