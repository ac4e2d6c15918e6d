package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first visit to Tasklist over a slow line, when nothing of it is in the browser yet. */
@BrowserTest
class FirstVisitInTheBrowserTest {

    /** Names of files are what people made them. */
    private static final String NAMES_OF_LABELS = "() => ([document.body.innerText, ...[...document.querySelectorAll('[placeholder]')].map(field => field.placeholder)]"
            + ".join(' ').match(/\\b[A-Z]{3,}_[A-Z_]+\\b(?!\\.\\w)/g) || [])";

    @Autowired
    private Bank bank;

    @Test
    void readsChineseThoughTheLabelsOfTheListArriveLate(Chromium browser) {
        ApplicationCase credit = bank.anApplication().withDocumentsUploaded();
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            Page page = analyst.page();
            page.route("**/locales/zh.json*", FirstVisitInTheBrowserTest::late);
            analyst.open(credit.number(), "user_verify-documents");

            page.locator("[cam-tasklist-task]").getByText(Pattern.compile("\\d+ 天后")).first().waitFor();
            page.locator(".tenant-id").getByText("集团总部").waitFor();
            assertThat(page.evaluate(NAMES_OF_LABELS)).asList().isEmpty();
        }
    }

    private static void late(Route route) {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        route.resume();
    }
}
