package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayEndTest {

    private LedgerBench bench;
    private LedgerScript script;

    @BeforeEach
    void open() {
        bench = LedgerBench.onH2();
        script = new LedgerScript(bench.ledger());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatHasComeToItsEndIsEndedAndNothingElse() {
        script.done("customer C; grant C 100; reserve C 5 until +2; reserve C 7 until +3; allow C 9 until +2;"
                + "customer C2; credit F under C2 10 until +2; draw F 4");
        bench.today(TODAY.plusDays(3));
        assertThat(bench.dayEnd().endWhatIsOver()).isEqualTo(3);
        assertThat(bench.dayEnd().endWhatIsOver()).as("a second time").isZero();
        assertThat(script.figure("C", "reserved", TODAY)).isEqualTo("7");
        assertThat(script.figure("C", "temporary", TODAY)).isEqualTo("0");
        assertThat(script.figure("F", "committed", TODAY)).isEqualTo("4");
        assertThat(script.figure("C2", "committed", TODAY)).isEqualTo("4");
        assertThat(bench.history().reconcile()).isEmpty();
    }

    @Test
    void moreThanOneRoundIsEnded() {
        script.done("customer C");
        for (int i = 0; i < 503; i++) {
            script.done("reserve C 1 until +1");
        }
        bench.today(TODAY.plusDays(2));
        assertThat(bench.dayEnd().endWhatIsOver()).isEqualTo(503);
        assertThat(script.figure("C", "reserved", TODAY)).isEqualTo("0");
    }

    @Test
    void whatStandsInDollarsIsToldAtTheRateOfTheDayThoughTheCeilingIsExceeded() {
        bench.rate("USD", "7");
        script.done("group G; grant G 75; customer C under G; credit F under C 10 currency USD; draw F 5 currency USD");
        bench.today(TODAY.plusDays(1));
        bench.rate("USD", "8");
        assertThat(bench.dayEnd().revalue()).isEqualTo(1);
        assertThat(script.figure("C", "committed", TODAY)).isEqualTo("80");
        assertThat(script.figure("C", "ceiling", TODAY)).as("it stands on the facility").isEqualTo("80");
        assertThat(script.figure("G", "utilised", TODAY)).isEqualTo("40");
        assertThat(script.figure("G", "excess", TODAY)).isEqualTo("5");
        assertThat(script.figure("G", "free", TODAY)).isEqualTo("-5");
        assertThat(script.run("reserve C 1")).as("nothing new while exceeded").isEqualTo("LIMIT_EXCEEDED");
        assertThat(script.run("repay F 5 currency USD")).isEqualTo("OK");
        assertThat(script.run("lower F 5 currency USD")).as("what is less is told in proportion").isEqualTo("OK");
        assertThat(script.figure("G", "committed", TODAY)).isEqualTo("40");
        assertThat(script.figure("G", "excess", TODAY)).isEqualTo("0");
        assertThat(bench.history().reconcile()).isEmpty();
    }

    @Test
    void aWriteOffInDollarsTakenBackCountsForWhatItDidThenThoughTheRateHasMoved() {
        bench.rate("USD", "7");
        script.done("group G; grant G 70; customer C under G; credit F under C 10 currency USD; draw F 5 currency USD");
        bench.today(TODAY.plusDays(1));
        bench.rate("USD", "8");
        script.done("write F 5 currency USD");
        assertThat(script.figure("C", "committed", TODAY)).isEqualTo("35");
        assertThat(script.figure("C", "ceiling", TODAY)).isEqualTo("35");
        assertThat(script.run("reverse last")).as("room for what it was, not for what it would be today").isEqualTo("OK");
        assertThat(script.figure("C", "committed", TODAY)).isEqualTo("70");
        assertThat(script.figure("C", "ceiling", TODAY)).isEqualTo("70");
        assertThat(script.figure("C", "utilised", TODAY)).isEqualTo("35");
        assertThat(script.figure("G", "free", TODAY)).isEqualTo("0");
        assertThat(bench.history().reconcile()).isEmpty();
    }

    @Test
    void balancesOfAPastDayAreToldByWhatCountedThenAndByWhatWasWrittenThen() {
        script.done("customer C; grant C 100 on -10; reserve C 30 on -5; raise C 50 on -2");
        LimitAccountId customer = script.id("C");
        assertThat(bench.history().asOf(customer, TODAY.minusDays(11)).orElseThrow().ceiling()).isEmpty();
        PastBalancesView earlier = bench.history().asOf(customer, TODAY.minusDays(5)).orElseThrow();
        assertThat(earlier.ceiling().orElseThrow().amount()).isEqualByComparingTo("100");
        assertThat(earlier.reserved().amount()).isEqualByComparingTo("30");
        assertThat(bench.history().asOf(customer, TODAY.minusDays(6)).orElseThrow().reserved().amount()).isEqualByComparingTo("0");
        assertThat(bench.history().asOf(customer, TODAY).orElseThrow().ceiling().orElseThrow().amount()).isEqualByComparingTo("150");
        assertThat(bench.history().asBookedAt(customer, LedgerBench.NOW.minusSeconds(1)).orElseThrow().ceiling()).as("all written just now").isEmpty();
    }

    @Test
    void aBalanceSomebodyChangedIsFoundWithTheEntryWhereItPartsAndExplainedOnce() {
        script.done("customer C; credit F under C 10; draw F 3; draw F 2");
        assertThat(bench.dayEnd().reconcile().differences()).isEmpty();
        bench.jdbc().sql("UPDATE limit_account SET utilised = 7 WHERE account_id = ?").param(script.id("F").value()).update();
        ReconciliationView found = bench.dayEnd().reconcile();
        assertThat(found.differences()).extracting(LedgerDifference::what).contains("utilised/entries", "utilised/children");
        assertThat(found.differences().get(0).entry()).as("the last entry, for all receipts agree")
                .contains(bench.jdbc().sql("SELECT MAX(entry_id) FROM limit_entry").query(Long.class).single());

        bench.jdbc().sql("UPDATE limit_entry SET utilised_change = 4 WHERE utilised_change = 3").update();
        long changed = bench.jdbc().sql("SELECT MIN(entry_id) FROM limit_entry WHERE utilised_change = 4").query(Long.class).single();
        ReconciliationView again = bench.dayEnd().reconcile();
        assertThat(again.differences()).filteredOn(difference -> difference.account().equals(script.id("F")) && difference.what().equals("utilised/entries"))
                .singleElement().extracting(difference -> difference.entry().orElseThrow()).isEqualTo(changed);

        PersonId director = new PersonId("director");
        assertThat(bench.dayEnd().explain(found.id(), "  ", director).refusals()).extracting("code").containsExactly("EXPLANATION_MISSING");
        assertThat(bench.dayEnd().explain(found.id(), "a test changed it", director).isDone()).isTrue();
        assertThat(bench.dayEnd().explain(found.id(), "again", director).refusals()).extracting("code").containsExactly("ALREADY_EXPLAINED");
        assertThat(bench.dayEnd().newest(5)).extracting(ReconciliationView::id).contains(found.id(), again.id());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ceiling", "temporary", "reserved", "provisional", "committed", "utilised", "set_aside", "excess"})
    void whateverAnEntryAddsUpToIsHeldAgainstTheAccount(String balance) {
        script.done("customer C; grant C 100; credit F under C 10; draw F 3");
        assertThat(bench.history().reconcile()).isEmpty();
        bench.jdbc().sql("UPDATE limit_entry SET " + balance + "_change = COALESCE(" + balance + "_change, 0) + 0.01 WHERE account_id = ? AND verb = 'DRAW'")
                .param(script.id("F").value()).update();

        assertThat(bench.history().reconcile()).filteredOn(difference -> difference.account().equals(script.id("F"))).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(balance + "/entries");
            assertThat(found.expected()).isEqualByComparingTo(found.found().add(new BigDecimal("0.01")));
        });
    }
}
