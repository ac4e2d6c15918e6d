package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.shouxin.adjustment.ExceptionStatus;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.Limits;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A limit is raised and exceeded through Tasklist, by those who do it, with the rules on screen while they type. */
@BrowserTest
@ProcessTest
class LimitChangeInTheBrowserTest {

    @Autowired
    private Bank bank;
    @Autowired
    private ExchangeRates rates;

    @Test
    void anAnalystProposesARaiseSeesTheRulesWhileTypingAndTheManagerApproves(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitCase.draw(credit, "1000000");
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP); Visitor manager = browser.signedIn("manager", Screen.DESKTOP)) {
            choose(analyst, "额度调整", credit);
            analyst.pick("kind", "INCREASE");
            analyst.type("#sx-new-ceiling", "9000000");
            analyst.sees("幅度过大");
            analyst.sees("不能提交");
            analyst.type("#sx-new-ceiling", "1800000");
            analyst.sees("可以提交");
            Locator own = analyst.page().locator(".sx-form tr.on");
            own.getByText("1,800,000.00").first().waitFor();
            analyst.page().locator("#sx-change-reason").selectOption("string:BUSINESS_SCALE");
            analyst.type("#sx-change-text", "订单增加，已核对主要客户的采购合同和回款记录。");
            analyst.handIn();
            bank.hands.runSteps();

            LimitChangeView change = bank.limitChanges.of(credit.customer()).get(0);
            manager.openFromList("待认领", change.id().value());
            manager.claim();
            manager.sees("申请的额度调整");
            manager.sees("规则核对");
            manager.page().locator(".sx-form tr.on").getByText("1,800,000.00").first().waitFor();
            manager.pick("verdict", "APPROVE");
            manager.handIn();
            bank.hands.runSteps();
            assertThat(LimitCase.of(credit, change.id().value()).approved().change().status()).isEqualTo(LimitChangeStatus.APPLIED);
            assertThat(LimitCase.account(credit).ceiling()).contains(Money.cny("1800000"));

            analyst.goTo("/camunda/app/limits/default/");
            analyst.page().locator("[data-about='" + change.id() + "']").getByText("已生效").waitFor();
            assertThat(analyst.complaints()).isEmpty();
            assertThat(manager.complaints()).isEmpty();
        }
    }

    @Test
    void anExceptionIsAskedForInTasklistAndEndedOnThePage(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        try (Visitor officer = browser.signedIn("rm", Screen.DESKTOP)) {
            choose(officer, "临时额度", credit);
            officer.type("#sx-extra", "200000");
            officer.type("#sx-until", bank.clock.today().plusDays(20).toString());
            officer.sees("符合规则");
            officer.type("#sx-exception-text", "旺季备货，一次性大额采购，合同已核对。");
            officer.type("#sx-conditions", "以本笔采购形成的应收账款质押，回款专户监管。");
            officer.handIn();
            bank.hands.runSteps();
            LimitCase exception = LimitCase.of(credit, bank.exceptions.of(credit.customer()).get(0).id().value()).approved();

            officer.goTo("/camunda/app/limits/default/");
            officer.page().locator("[data-about='" + exception.number() + "'] button").click();
            officer.page().locator("#end-reason").fill("备货资金已由股东补足");
            officer.page().locator("#end").click();
            officer.page().locator("[data-about='" + exception.number() + "']").getByText("已提前终止").waitFor();
            assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.ENDED_EARLY);
            assertThat(LimitCase.account(credit).ceiling()).contains(Money.cny("1500000"));
            assertThat(officer.complaints()).isEmpty();
        }
    }

    @Test
    void aRaiseInDollarsIsShownInDollarsAndInYuanToWhoProposesAndToWhoDecides(Chromium browser) {
        rates.record(new ExchangeRate("USD", bank.clock.today(), new BigDecimal("7.10"), "测试"), new PersonId("analyst")).orElseThrow();
        ApplicationCase firm = Limits.inDollars(bank, "500000", "400000");
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP); Visitor manager = browser.signedIn("manager", Screen.DESKTOP)) {
            choose(analyst, "额度调整", firm);
            analyst.sees("上限 USD 500,000.00");
            analyst.pick("kind", "INCREASE");
            analyst.sees("调整后额度（USD）");
            analyst.type("#sx-new-ceiling", "600000");
            analyst.sees("可以提交");
            analyst.sees("变动额 ≈ ¥ 710,000.00 · 1 USD = ¥ 7.1 · " + bank.clock.today());
            analyst.sees("调整后总敞口 ¥ 4,260,000.00");
            analyst.page().locator(".sx-form tr.on").getByText("USD 600,000.00").first().waitFor();
            analyst.page().locator("#sx-change-reason").selectOption("string:BUSINESS_SCALE");
            analyst.type("#sx-change-text", "订单增加，已核对主要客户的采购合同和回款记录。");
            analyst.handIn();
            bank.hands.runSteps();

            LimitChangeView change = bank.limitChanges.of(firm.customer()).get(0);
            manager.openFromList("待认领", change.id().value());
            manager.claim();
            manager.sees("USD 500,000.00 → USD 600,000.00");
            manager.sees("变动额 ≈ ¥ 710,000.00 · 1 USD = ¥ 7.1 · " + bank.clock.today());
            manager.sees("¥ 4,260,000.00");
            assertThat(analyst.complaints()).isEmpty();
            assertThat(manager.complaints()).isEmpty();

            choose(analyst, "临时额度", firm);
            analyst.sees("超出上限的金额（USD）");
            analyst.type("#sx-extra", "50000");
            analyst.sees("≈ ¥ 355,000.00 · 1 USD = ¥ 7.1 · " + bank.clock.today());
            assertThat(analyst.complaints()).isEmpty();
        }
    }

    private static void choose(Visitor visitor, String process, ApplicationCase credit) {
        visitor.goToTasks();
        visitor.chooseProcess(process);
        visitor.type("#sx-search", credit.firm().name());
        visitor.page().locator(".sx-options label").filter(Visitor.having(credit.customer().value())).first().click();
        visitor.page().locator(".sx-form [data-field=account] label.on").waitFor();
    }
}
