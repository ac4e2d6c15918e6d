package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.SignalId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A market turns: whom it concerns is listed first, then proposals are opened in one go, and none of them twice. */
@ApplicationTest
@ProcessTest
class MarketSignalsInApplicationTest {

    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    @Test
    void aSignalListsWhomItConcernsAndOpensProposalsForThoseChosenOnce() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        CustomerId withoutLimit = bank.anApplication().known().customer();
        SignalId signal = bank.signals.record(told("C34", "上海"), ANALYST).orElseThrow().id();

        List<ConcernedCustomer> listed = bank.signals.concerned(signal).orElseThrow().customers();
        assertThat(listed).extracting(ConcernedCustomer::customer).contains(credit.customer()).doesNotContain(withoutLimit);
        ConcernedCustomer his = listed.stream().filter(each -> each.customer().equals(credit.customer())).findFirst().orElseThrow();
        assertThat(his.kind()).contains(LimitChangeKind.DECREASE);
        assertThat(his.proposed()).contains(Money.cny("1350000"));
        assertThat(bank.limitChanges.of(credit.customer())).as("a preview opens nothing").isEmpty();

        List<LimitChangeView> opened = bank.signals.open(signal, Set.of(credit.customer()), ANALYST).orElseThrow();
        assertThat(opened).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo(LimitChangeStatus.SUGGESTED);
            assertThat(change.causeReference()).contains(signal.value());
            assertThat(LimitCase.of(credit, change.id().value()).openTasks()).containsExactly("user_consider-change");
        });
        assertThat(LimitCase.account(credit).ceiling()).contains(Money.cny("1500000"));
        assertThat(bank.signals.open(signal, Set.of(credit.customer()), ANALYST).orElseThrow()).as("once only").isEmpty();
        assertThat(bank.signals.concerned(signal).orElseThrow().customers().stream().filter(each -> each.customer().equals(credit.customer()))
                .findFirst().orElseThrow().open()).contains(opened.get(0).id());
    }

    @Test
    void aSignalForAnotherMarketDoesNotConcernHim() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        SignalId signal = bank.signals.record(told("K", null), ANALYST).orElseThrow().id();
        assertThat(bank.signals.concerned(signal).orElseThrow().customers()).extracting(ConcernedCustomer::customer).doesNotContain(credit.customer());
        assertThat(codes(bank.signals.open(signal, Set.of(credit.customer()), ANALYST).refusals())).containsExactly("SIGNAL_OTHER_CUSTOMER");
        assertThat(codes(bank.signals.open(signal, Set.of(), ANALYST).refusals())).containsExactly("SIGNAL_CUSTOMERS");
    }

    @Test
    void aSignalSaysWhereWhatWhenAndFromWhom() {
        assertThat(codes(bank.signals.record(new RecordSignal(null, " ", null, "短", bank.clock.today().plusDays(1), null), ANALYST).refusals()))
                .containsExactly("SIGNAL_WITHOUT_MARKET", "SIGNAL_DIRECTION", "ADJUSTMENT_EXPLANATION", "SIGNAL_DAY", "SIGNAL_SOURCE");
        assertThat(codes(bank.signals.record(told("钢铁", null), ANALYST).refusals())).containsExactly("SIGNAL_INDUSTRY");
        assertThat(codes(bank.signals.record(told("C", null), new PersonId("auditor")).refusals())).containsExactly("MAY_NOT_RECORD_SIGNAL");
    }

    @Test
    void programsProposePreviewAndReadOverHttp() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitCase.draw(credit, "1000000");
        Browser analyst = Browser.program(port, "analyst", "shouxin-demo", "zh-CN");
        Map<String, Object> form = LimitCase.form(credit, "INCREASE", "1800000");

        Browser.Answer preview = analyst.post("/api/v1/limit-changes/preview", Forms.with(form, "newCeiling", "9000000"));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("allowed").asBoolean()).isFalse();
        assertThat(preview.body()).contains("幅度过大").contains("UPPER_BOUND");
        Browser.Answer refused = analyst.post("/api/v1/limit-changes", Forms.with(form, "newCeiling", "9000000"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CHANGE_ABOVE_UPPER_BOUND");

        Browser.Answer proposed = analyst.post("/api/v1/limit-changes", form);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String number = proposed.json().path("id").asText();
        assertThat(bank.hands.openTasks(number)).containsExactly("user_decide-as-credit-manager");
        assertThat(analyst.get("/api/v1/limit-changes?customer=" + credit.customer()).body()).contains(number).contains(credit.firm().name());
        assertThat(analyst.get("/api/v1/limit-changes/" + number + "/picture").json().path("levels").size()).isEqualTo(2);
        assertThat(Browser.program(port, "manager", "shouxin-demo", "en").post("/api/v1/limit-changes", form).status()).isEqualTo(403);
        assertThat(Browser.program(port, credit.applicant(), Bank.PASSWORD, "en").get("/api/v1/limit-changes").status()).isEqualTo(404);
        assertThat(analyst.get("/api/v1/temporary-exceptions/report").json().path("asked").isInt()).isTrue();
        assertThat(analyst.post("/api/v1/temporary-exceptions", LimitCase.exceptionForm(credit, "100000", 10)).status()).isEqualTo(201);
    }

    private RecordSignal told(String industry, String region) {
        return new RecordSignal(industry, region, MarketDirection.ADVERSE, "出口订单骤减，主要下游停工检修。", LocalDate.from(bank.clock.today()), "行业协会月报");
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
