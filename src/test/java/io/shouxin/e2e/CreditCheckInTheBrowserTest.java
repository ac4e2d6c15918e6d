package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer asks whether he may sell, reads why not and what to do, and holds the room; on a desk and on a phone. */
@BrowserTest
class CreditCheckInTheBrowserTest {

    @Autowired
    private Bank bank;

    @Test
    void answersAsATrafficLightAndHoldsTheRoom(Chromium browser) {
        for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
            boolean chinese = screen.language().startsWith("zh");
            CustomerId customer = bank.enter(Firm.firm());
            LimitAccountId facility = Limits.facility(bank, customer, "500000");
            try (Visitor analyst = browser.visitor(screen)) {
                Page page = analyst.page();
                analyst.signInByRequest("analyst");
                analyst.goTo("/camunda/app/shouxin/default/");
                page.click("a[href$='/app/check/default/']");
                page.waitForSelector("#paymentTerm option", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
                page.fill("#customer", customer.value());
                page.waitForSelector("#customers option[data-id='" + customer + "']", new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED));
                page.fill("#amount", "620,000");
                page.click("#ask");
                page.waitForSelector("[data-decision=YES_IF_PREPAID] #decision");
                assertThat(page.textContent("#decision")).isEqualTo(chinese ? "预付后可以" : "Yes, if prepaid");
                assertThat(page.textContent("#steps li[data-step=PREPAY]")).contains("120,000.00");
                assertThat(page.textContent("#levels tr.binds")).contains(facility.number()).contains("500,000.00");
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("no sideways scrolling").isTrue();

                page.fill("#amount", "200000");
                page.click("#ask");
                page.waitForSelector("[data-decision=YES] #orderNumber");
                page.fill("#orderNumber", "SO-2026-1");
                page.click("#reserve");
                page.waitForSelector("#held");
                assertThat(page.textContent("#held")).contains("LR-").contains("200,000.00");
                assertThat(bank.ledger.account(facility).orElseThrow().reserved()).isEqualTo(Money.cny("200000"));
                assertThat(analyst.complaints()).isEmpty();
            }
        }
    }

    @Test
    void aLinkFromAnotherProgramIsAnsweredAtOnceAndABadAmountIsToldInWords(Chromium browser) {
        CustomerId customer = bank.enter(Firm.firm());
        Limits.facility(bank, customer, "500000");
        try (Visitor analyst = browser.visitor(Screen.PHONE)) {
            Page page = analyst.page();
            analyst.signInByRequest("rm");
            analyst.goTo("/camunda/app/check/default/?embedded=1&amount=500000&customer=" + customer);
            page.waitForSelector("[data-decision=YES] #decision");
            assertThat(page.isVisible(".top")).isFalse();
            assertThat(analyst.complaints()).isEmpty();

            page.fill("#amount", "1.005");
            page.click("#ask");
            page.waitForSelector("#refused p");
            assertThat(page.textContent("#refused")).contains("小数位过多");
            assertThat(page.getAttribute("#amount", "aria-invalid")).isEqualTo("true");
            assertThat(analyst.complaints()).as("but for the refusal itself").allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    @Test
    void aFirmReadsItsOwnLevelsAndReservesNothing(Chromium browser) {
        try (Visitor applicant = browser.visitor(Screen.DESKTOP)) {
            Page page = applicant.page();
            applicant.signInByRequest("applicant");
            applicant.goTo("/camunda/app/check/default/");
            page.waitForSelector("#paymentTerm option", new Page.WaitForSelectorOptions()
                    .setState(WaitForSelectorState.ATTACHED));
            page.fill("#customer", "C-2026-999999");
            page.fill("#amount", "1");
            page.click("#ask");
            page.waitForSelector("#refused p");
            assertThat(page.textContent("#refused")).contains("C-2026-999999");
            assertThat(page.locator("#orderNumber").count()).isZero();
        }
    }
}
