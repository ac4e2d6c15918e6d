package io.shouxin.e2e;

import static io.shouxin.testkit.Firm.firm;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.shouxin.receipt.ReceiptVerifier;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why the bank declined, taken away from the overview page as a paper that proves itself. */
@BrowserTest
class ReceiptInTheBrowserTest {

    private static final String OVERVIEW = "/camunda/app/shouxin/";

    @Autowired
    private Bank bank;

    @Test
    void anAuditorTakesTheReceiptOfAnApplicationTheRulesDeclined(Chromium browser) {
        ApplicationCase declined = bank.anApplication().of(firm().overdueToday(120)).submitted();
        ApplicationCase open = bank.anApplication().submitted();
        try (Visitor auditor = browser.signedIn("auditor", Screen.DESKTOP)) {
            auditor.goTo(OVERVIEW);
            Locator link = card(auditor, declined).getByText("决策回执");
            byte[] paper = auditor.page().context().request().get(link.evaluate("link => link.href").toString()).body();

            assertThat(ReceiptVerifier.verify(paper, Optional.empty())).satisfies(receipt -> {
                assertThat(receipt.problems()).isEmpty();
                assertThat(receipt.decision()).isEqualTo(declined.number());
            });
            assertThat(card(auditor, open).getByText("决策回执").count()).as("nothing is decided yet").isZero();
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    @Test
    void theCustomerIsOfferedHisLetterAndNotTheBanksReceipt(Chromium browser) {
        ApplicationCase declined = bank.anApplication().of(firm().overdueToday(120)).submitted();
        try (Visitor customer = browser.visitor(Screen.DESKTOP)) {
            customer.signInByRequest(declined.applicant(), Bank.PASSWORD);
            customer.goTo(OVERVIEW);
            card(customer, declined).getByText("查看通知书").waitFor();

            assertThat(card(customer, declined).getByText("决策回执").count()).isZero();
        }
    }

    private static Locator card(Visitor visitor, ApplicationCase application) {
        Locator card = visitor.page().locator("#applications [data-about='" + application.number() + "']");
        card.waitFor();
        return card;
    }
}
