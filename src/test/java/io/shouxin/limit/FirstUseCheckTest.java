package io.shouxin.limit;

import static io.shouxin.limit.CreditCheckDeskTest.ask;
import static io.shouxin.limit.CreditCheckDeskTest.said;
import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credit check says of the first use of a facility what the draw on that day would: its approval may rest on a policy exception that is over by then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstUseCheckTest {

    private static int draws;

    private CheckBench bench;

    @BeforeAll
    void open() {
        bench = new CheckBench(LedgerBench.onH2());
    }

    @BeforeEach
    void nothingBarsYet() {
        bench.bars.clear();
        bench.barsRead = 0;
    }

    @AfterAll
    void close() {
        assertThat(bench.ledger.history().reconcile()).isEmpty();
        bench.close();
    }

    /** Columns: what has happened; what bars first uses from which day; what is asked; the answer and its steps. */
    @ParameterizedTest(name = "{0} barred {1} : {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            customer C; credit F under C 10 | F+0 | use=DRAWDOWN amount=5 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10 | F+0 | use=DRAWDOWN amount=5 account=F | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10; part S under F; grant S 4 | F+0 | use=DRAWDOWN amount=3 account=S | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10 | F+3 | use=DRAWDOWN amount=5 | YES WITHIN_LIMIT -
            customer C; credit F under C 10 | F+3 | use=DRAWDOWN amount=5 date=+2 | YES WITHIN_LIMIT -
            customer C; credit F under C 10 | F+3 | use=DRAWDOWN amount=5 date=+3 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10 | F+0 | use=DRAWDOWN amount=11 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10; suspend F | F+0 | use=DRAWDOWN amount=5 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer CB; credit F under CB 10 | F+0 | customer=CB use=DRAWDOWN amount=5 | NO CUSTOMER_BLOCKED ASK_OFFICER
            # what was used before is not asked again, repaid or not
            customer C; credit F under C 10; draw F 2 | F+0 | use=DRAWDOWN amount=5 | YES WITHIN_LIMIT -
            customer C; credit F under C 10; draw F 2; repay F 2 | F+0 | use=DRAWDOWN amount=5 | YES WITHIN_LIMIT -
            customer C; credit F under C 10; order F 2 | F+0 | use=DRAWDOWN amount=5 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            # an order can be paid before; the customer's own ceiling does not hide it; another facility may answer
            customer C; credit F under C 10 | F+0 | amount=5 | YES_IF_PREPAID POLICY_EXCEPTION_LAPSED PREPAY+RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; grant C 30; credit F under C 10 | F+0 | amount=5 | YES_IF_PREPAID POLICY_EXCEPTION_LAPSED PREPAY+RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10; credit F2 under C 7 | F+0 | use=DRAWDOWN amount=5 | YES WITHIN_LIMIT -
            customer C; credit F under C 10; credit F2 under C 7 | F+0,F2+0 | use=DRAWDOWN amount=5 | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10; credit F2 under C 7 | F+9,F+0 | use=DRAWDOWN amount=5 account=F | NO POLICY_EXCEPTION_LAPSED RENEW_POLICY_EXCEPTION+FULFIL_POLICY_EXCEPTION
            customer C; credit F under C 10 | F+0 | amount=5 term=PREPAID | YES NOTHING_AT_RISK -
            """)
    void saysOfTheFirstUseWhatTheDrawWould(String script, String bars, String question, String expected) {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done(script);
        bar(told, bars);
        CreditAnswer answer = bench.desk.check(ask(told, question), CheckBench.OFFICER).orElseThrow();

        assertThat(said(Outcome.done(answer)) + " " + (answer.steps().isEmpty() ? "-" : answer.steps().stream().map(step -> step.kind().name())
                .collect(Collectors.joining("+")))).isEqualTo(expected);
        if (answer.use() == CreditUse.DRAWDOWN && answer.day().equals(TODAY)) {
            Outcome<LedgerReceipt> draw = bench.uses.draw(answer.account().orElse(told.id("F")), answer.amount(), Optional.empty(), "first-" + draws++,
                    CheckBench.OFFICER.id());
            assertThat(draw.refusals().stream().map(Refusal::code).toList())
                    .isEqualTo(answer.obstacle().map(Refusal::code).stream().toList());
        }
    }

    @Test
    void nothingIsReservedOnIt() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; grant C 30; credit F under C 10");
        bar(told, "F+5");
        assertThat(said(bench.desk.reserve(ask(told, "amount=5 date=+5 reserve=O-1"), "lapsed-1", CheckBench.OFFICER))).isEqualTo("POLICY_EXCEPTION_LAPSED at ");
        assertThat(bench.ledger.ledger().account(told.id("F")).orElseThrow().reserved()).isEqualTo(Money.cny("0"));
        assertThat(said(bench.desk.reserve(ask(told, "amount=5 date=+4 reserve=O-1"), "lapsed-1", CheckBench.OFFICER))).as("the key stayed free")
                .isEqualTo("YES WITHIN_LIMIT");
    }

    @Test
    void ofManyChecksWhatBarsIsReadOnce() {
        List<LedgerScript> told = IntStream.range(0, 5).mapToObj(n -> new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10")).toList();
        bar(told.get(1), "F+0");
        bar(told.get(3), "F+1");
        List<CheckCredit> asked = new ArrayList<>();
        told.forEach(each -> asked.addAll(List.of(ask(each, "use=DRAWDOWN amount=5"), ask(each, "use=DRAWDOWN amount=5 date=+1"))));

        assertThat(bench.desk.checkAll(asked, CheckBench.OFFICER).stream().map(answer -> answer.orElseThrow().decision().name()))
                .containsExactly("YES", "YES", "NO", "NO", "YES", "YES", "YES", "NO", "YES", "YES");
        assertThat(bench.barsRead).isEqualTo(1);
    }

    @Test
    void aFirmDoesNotLearnThatItsApprovalRestsOnAnException() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10");
        bar(told, "F+0");
        for (String question : List.of("use=DRAWDOWN amount=5", "amount=5")) {
            CreditAnswer answer = bench.desk.check(ask(told, question), CheckBench.userOf(new CustomerId(told.id("C").number()))).orElseThrow();
            assertThat(answer.obstacle()).contains(Refusal.of("FIRST_USE_NOT_CLEARED"));
            assertThat(answer.toString()).doesNotContain("EXCEPTION").doesNotContain("PE-2026-000001");
            assertThat(answer.steps()).last().extracting(CreditAnswer.Step::kind).isEqualTo(CreditAnswer.Step.Kind.ASK_OFFICER);
        }
    }

    /** {@code F+3}: from the third day on. */
    private void bar(LedgerScript told, String bars) {
        Arrays.stream(bars.split(",")).map(bar -> bar.split("\\+")).forEach(bar -> bench.bars.add(new FirstUse.Bar(new FacilityId(told.id(bar[0]).number()),
                TODAY.plusDays(Long.parseLong(bar[1])), Refusal.of("POLICY_EXCEPTION_LAPSED").with("exception", "PE-2026-000001"))));
    }
}
