package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people of a subsidiary and of the head office see of one customer of two entities, on a desk and on a phone. */
@BrowserTest
@ProcessTest
class SubsidiariesInTheBrowserTest {

    private static final List<Screen> SCREENS = List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"));
    private static final String WHY = "两家主体分别支持不同的经营环节";

    @Autowired
    private Bank bank;

    @Test
    void aSubsidiaryIsWarnedAndTheHeadOfficeReleases(Chromium browser) {
        ApplicationCase first = bank.anApplication().asking("500000").at("EAST").active();
        ApplicationCase second = bank.anApplication().ofTheFirmOf(first).asking("1500000").at("SOUTH").acknowledging(WHY).withDocuments();
        second.complete("analyst", "user_enter-data", Map.of());
        List<String> faults = new ArrayList<>();

        for (Screen screen : SCREENS) {
            boolean chinese = screen.language().startsWith("zh");
            try (Visitor analyst = visitor(browser, "south-analyst", screen); Visitor manager = visitor(browser, "east-rm", screen)) {
                analyst.open(second.number(), "user_assess-qualification");
                analyst.page().waitForSelector("[data-panel=duplicates]");
                assertThat(analyst.page().textContent("[data-panel=duplicates]")).contains(chinese ? "华东授信公司" : "East China Credit",
                        chinese ? "金额不予显示" : "amount hidden", chinese ? "风控总监" : "Risk director").doesNotContain("500,000");
                faults.addAll(Look.faults("assess with a duplicate", screen, analyst));

                manager.goTo("/camunda/app/central/default/?customer=" + first.customer());
                manager.page().waitForSelector("[data-entity=SOUTH]");
                assertThat(manager.page().textContent("[data-entity=EAST]")).contains("500,000");
                assertThat(manager.page().locator("[data-entity=SOUTH] .hidden-amount").count()).isEqualTo(1);
                faults.addAll(Look.faults("central view of a subsidiary", screen, manager));
            }
        }

        try (Visitor director = visitor(browser, "director", Screen.DESKTOP)) {
            director.goTo("/camunda/app/central/default/?customer=" + first.customer());
            director.page().waitForSelector(".release textarea");
            director.page().fill(".release textarea", WHY);
            director.page().click(".release button");
            director.page().waitForSelector(".notes");
            assertThat(director.page().locator(".release").count()).isZero();
            faults.addAll(Look.faults("central view of the head office", Screen.DESKTOP, director));
        }
        second.complete("analyst", "user_assess-qualification", second.qualification());
        for (Screen screen : SCREENS) {
            try (Visitor approver = visitor(browser, "manager", screen)) {
                approver.open(second.number(), "user_decide-as-credit-manager");
                approver.page().waitForSelector("[data-panel=duplicates]");
                assertThat(approver.page().textContent("[data-panel=duplicates]")).contains("500,000", WHY);
                faults.addAll(Look.faults("decide with a duplicate", screen, approver));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theOverviewNamesTheEntityAndFiltersByIt(Chromium browser) {
        ApplicationCase east = bank.anApplication().asking("500000").at("EAST").active();
        ApplicationCase south = bank.anApplication().at("SOUTH").started();

        for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            try (Visitor manager = visitor(browser, "manager", screen)) {
                manager.goTo("/camunda/app/shouxin/default/");
                manager.page().waitForSelector("[data-about=" + south.number() + "]");
                assertThat(manager.page().textContent("[data-about=" + south.number() + "]")).contains("华南授信公司");
                manager.page().selectOption("#entity", "EAST");
                manager.page().waitForSelector("[data-about=" + south.number() + "]", new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                manager.page().waitForSelector("[data-about=" + east.number() + "]");
                assertThat(Look.faults("overview by entity", screen, manager)).isEmpty();
            }
        }
        try (Visitor rm = visitor(browser, "south-rm", Screen.DESKTOP)) {
            rm.goTo("/camunda/app/shouxin/default/");
            rm.page().waitForSelector("[data-about=" + south.number() + "]");
            assertThat(rm.page().locator("#of-entity").isVisible()).as("one entity only").isFalse();
            assertThat(rm.page().locator("[data-about=" + east.number() + "]").count()).isZero();
        }
    }

    private static Visitor visitor(Chromium browser, String person, Screen screen) {
        Visitor visitor = browser.visitor(screen);
        visitor.signInByRequest(person);
        return visitor;
    }
}
