package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.shouxin.origination.Covenant;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst amends the covenants in the form of the assessment, and the approver sees what was amended and what was suggested. */
@BrowserTest
@ProcessTest
class CovenantAmendmentInTheBrowserTest {

    @Autowired
    private Bank bank;

    @Test
    void theAnalystChangesDropsAndAddsACovenantAndTheApproverSeesIt(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("4000000").withDocuments().complete("analyst", "user_enter-data", Map.of());
        try (Visitor analyst = signedIn(browser, "analyst", Screen.DESKTOP)) {
            analyst.open(credit.number(), "user_assess-qualification");
            analyst.claim();
            Page page = analyst.page();
            Locator panel = page.locator("[data-panel=amend-covenants]");
            panel.locator("[data-covenant=DEBT_RATIO] button").first().click();
            panel.locator("#sx-cov-target-DEBT_RATIO").fill("90");
            panel.locator("#sx-cov-reason-DEBT_RATIO").fill("经营稳定，适当放宽");
            panel.locator("[data-covenant=NO_NEW_GUARANTEES] button").nth(1).click();
            panel.locator("#sx-cov-reason-NO_NEW_GUARANTEES").fill("集团内互保，已另行约定");
            panel.locator("select.sx-narrow").selectOption(new SelectOption().setValue("string:CURRENT_RATIO"));
            panel.locator("select.sx-narrow + button").click();
            panel.locator("#sx-cov-reason-CURRENT_RATIO").fill("存货周转放慢，另加约定");
            for (Locator one : page.locator("fieldset .sx-levels").all()) {
                one.locator("label").first().click();
            }
            page.locator("[data-field=verdict] label").first().click();
            page.locator("#sx-opinion").fill("经营稳健，建议授信");
            analyst.handInInVain();
            assertThat(panel.locator("[data-covenant=DEBT_RATIO] .sx-error:visible").allTextContents()).anyMatch(told -> told.contains("82.5%"));

            panel.locator("#sx-cov-target-DEBT_RATIO").fill("80");
            analyst.handIn();
        }
        bank.hands.runSteps();
        assertThat(credit.proposal().covenants()).extracting(Covenant::code).containsExactly("QUARTERLY_STATEMENTS", "DEBT_RATIO", "CURRENT_RATIO");
        assertThat(credit.proposal().covenants().get(1).target()).isEqualByComparingTo("0.8");

        try (Visitor manager = signedIn(browser, "manager", Screen.PHONE)) {
            manager.open(credit.number(), "user_decide-as-credit-manager");
            Locator amended = manager.page().locator("[data-panel=covenant-amendments]");
            amended.waitFor();
            assertThat(amended.textContent()).contains("修改 · 资产负债率", "建议为：", "75.00%", "取消 · ", "集团内互保，已另行约定", "另加 · 流动比率");
            assertThat(Look.faults("covenants amended", Screen.PHONE, manager)).isEmpty();
        }
    }

    private static Visitor signedIn(Chromium browser, String person, Screen screen) {
        Visitor visitor = browser.visitor(screen);
        visitor.signInByRequest(person);
        return visitor;
    }
}
