package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.shouxin.workflow.walk.Hands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who has read the README and nothing else gets credit for his firm. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationInTheBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Hands hands;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aFirmAppliesAndMayUseItsCredit() {
        Visitor applicant = browser.visitor(Screen.DESKTOP);
        applicant.signInByTyping("applicant");
        applicant.withdrawOpenApplications();
        hands.runSteps();
        try (Story story = new Story(applicant, browser, hands::runSteps, (moment, visitor) -> { })) {
            story.tell("1500000");

            Locator facility = story.seeTheFacility();
            assertThat(facility.textContent()).contains("流动资金贷款").contains("可用");
            assertThat(facility.locator(".sum strong").textContent()).contains("1,500,000.00");
            assertThat(hands.openTasks(story.number())).isEmpty();
            assertThat(story.complaints()).as("errors on the consoles").isEmpty();
        }
    }
}
