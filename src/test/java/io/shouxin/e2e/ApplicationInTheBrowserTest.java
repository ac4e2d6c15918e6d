package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.shouxin.testkit.Bank;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who has read the README and nothing else gets credit for his firm. */
@BrowserTest
class ApplicationInTheBrowserTest {

    @Autowired
    private Bank bank;

    @Test
    void aFirmAppliesAndMayUseItsCredit(Chromium browser) {
        Visitor applicant = browser.visitor(Screen.DESKTOP);
        applicant.signInByTyping("applicant");
        applicant.withdrawOpenApplications();
        bank.hands.runSteps();
        try (Story story = new Story(applicant, browser, bank.hands::runSteps, (moment, visitor) -> { })) {
            story.tell("1500000");

            Locator facility = story.seeTheFacility();
            assertThat(facility.textContent()).contains("流动资金贷款").contains("可用");
            assertThat(facility.locator(".sum strong").textContent()).contains("1,500,000.00");
            assertThat(bank.hands.openTasks(story.number())).isEmpty();
            assertThat(story.complaints()).as("errors on the consoles").isEmpty();
        }
    }
}
