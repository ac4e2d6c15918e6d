package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.shouxin.customer.DebtSchedules;
import io.shouxin.kernel.Money;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the analyst brings in as a file: looked over before it is kept, and seen by the approver afterwards. */
@BrowserTest
@ProcessTest
class FactsInTheBrowserTest {

    private static final String DEBTS = """
            单位：万元
            贷款银行,合同编号,业务种类,币种,贷款余额,到期日,保证金,担保方式,状态
            某某银行,HT-1,流动资金贷款,人民币,320,%1$s,20,抵押,正常
            某某银行,HT-2,流动资金贷款,人民币,100,%1$s,,保证,待定
            某某租赁,ZL-7,融资租赁,人民币,—,2020-01-01,,抵押,已结清
            """;
    private static final String STATEMENTS = "项目,%d年\n资产总计,4300\n负债合计,1400\n所有者权益合计,2900\n神秘事项,1\n";

    @Autowired
    private Bank bank;

    @Autowired
    private DebtSchedules schedules;

    @Test
    void anAnalystBringsInExistingDebtAndTheApproverSeesWhatCountsAndWhatDoesNot(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("2000000").withDocuments();
        String today = bank.clock.today().toString();
        List<String> faults = new ArrayList<>();
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            analyst.open(credit.number(), "user_enter-data");
            analyst.claim();
            analyst.page().locator("#sx-tab-debts").click();
            analyst.type("#sx-debt-as-of", today);
            choose(analyst, "debts", DEBTS.formatted(bank.clock.today().plusMonths(6)));
            analyst.press("载入下表核对");
            analyst.sees("1 笔待核实，合计不完整");
            analyst.page().locator("button[ng-click='complete()']:visible").first().click();
            analyst.sees("存量债务明细尚未入库");
            analyst.press("存量债务入库");
            analyst.sees("存量债务明细已入库");
            faults.addAll(Look.faults("debts", Screen.DESKTOP, analyst));
        }
        assertThat(schedules.latest(credit.customer())).hasValueSatisfying(kept -> {
            assertThat(kept.total()).isEqualTo(Money.cny("3000000"));
            assertThat(kept.complete()).isFalse();
        });
        for (Screen screen : List.of(Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
            try (Visitor analyst = browser.signedIn("analyst", screen)) {
                analyst.open(credit.number(), "user_enter-data");
                analyst.page().locator("#sx-tab-debts").click();
                analyst.page().locator("table.sx-debts tbody tr").nth(2).waitFor();
                faults.addAll(Look.faults("debts", screen, analyst));
            }
        }
        credit.assessed();
        try (Visitor manager = browser.signedIn("manager", Screen.DESKTOP)) {
            manager.open(credit.number(), "user_decide-as-credit-manager");
            Locator panel = manager.page().locator(".sx-card").filter(Visitor.having("逐笔明细及是否计入"));
            assertThat(panel.textContent()).contains("3,000,000.00", "不完整", "待核实：状态无法识别", "不计入：已结清");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aFileInTheWrongUnitIsTakenOnlyAfterSomebodyHasConfirmedIt(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("2000000").withDocuments();
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            analyst.open(credit.number(), "user_enter-data");
            analyst.claim();
            choose(analyst, "statements", STATEMENTS.formatted(bank.clock.today().getYear() - 1));
            analyst.sees("单位是否正确？");
            analyst.sees("未识别，不导入");
            Locator take = analyst.page().locator("button").filter(Visitor.having("确认导入"));
            assertThat(take.isDisabled()).isTrue();
            analyst.page().locator("label").filter(Visitor.having("已核对，单位无误")).first().click();
            take.click();
            analyst.sees("已导入 1 期报表");
            analyst.sees("审计与自报对比");
        }
    }

    private static void choose(Visitor visitor, String what, String text) {
        visitor.page().locator("input[data-take=" + what + "]").setInputFiles(new FilePayload(what + ".csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }
}
