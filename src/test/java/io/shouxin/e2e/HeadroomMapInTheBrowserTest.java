package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An analyst looks at the demo group and types amounts until it breaks, on a desk and on a phone, in both languages. */
@BrowserTest
class HeadroomMapInTheBrowserTest {

    private static final String MEXICO = "寰宇示例食品（墨西哥）有限公司";

    @Test
    void showsAtOnceWhereAnAmountBreaks(Chromium browser) {
        List<String> faults = new ArrayList<>();
        for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
            boolean chinese = screen.language().startsWith("zh");
            try (Visitor analyst = browser.signedIn("analyst", screen)) {
                Page page = open(analyst);
                assertThat(row(page, "寰宇示例食品集团").first().textContent()).contains(chinese ? "2,100 万元" : "2,100 ×10k").contains(chinese ? "余量最小" : "least room");
                assertThat(row(page, "美国").first().textContent()).contains(chinese ? "专留" : "ring-fenced");
                row(page, MEXICO).first().click();

                page.fill(".hm-amount", "2300");
                row(page, "寰宇示例食品集团").locator(".hm-broken").waitFor();
                assertThat(page.textContent(".hm-result")).contains(chinese ? "还差 200 万元" : "200 ×10k missing")
                        .contains(chinese ? "最多可容纳 2,100 万元" : "At most 2,100 ×10k fits");
                assertThat(row(page, "寰宇示例食品集团").locator(".hm-broken").textContent()).contains(chinese ? "此处不足：还差 200 万元" : "Not enough here");
                assertThat(row(page, MEXICO).locator(".hm-broken").count()).as("the member itself has no ceiling").isZero();

                page.fill(".hm-amount", "2100");
                page.locator(".hm-yes").waitFor();
                assertThat(page.locator(".hm-broken").count()).isZero();

                page.locator(".hm-units label").last().click();
                assertThat(page.inputValue(".hm-amount")).isEqualTo("0.21");
                page.fill(".hm-amount", "12x");
                page.locator(".hm-result .hm-no").waitFor();
                faults.addAll(Look.faults("headroom map", screen, analyst));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void canBeUsedWithTheKeyboardAlone(Chromium browser) {
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            Page page = open(analyst);
            page.locator("[role=tree] [tabindex='0']").focus();
            page.keyboard().press("End");
            page.keyboard().press("Home");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("[aria-selected=true]").first().getAttribute("data-account")).startsWith("CUSTOMER:");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[role=treeitem]").count()).as("the group is folded").isEqualTo(1);
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[role=treeitem]").count()).isGreaterThan(5);
            assertThat(analyst.complaints()).isEmpty();
        }
    }

    @Test
    void looksIntoAnAccountToday(Chromium browser) {
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            Page page = open(analyst);
            row(page, MEXICO).first().click();
            page.locator("#account-name", new Page.LocatorOptions().setHasText(MEXICO)).waitFor();
            page.locator("#reservations td", new Page.LocatorOptions().setHasText("PO-DEMO-0002")).waitFor();
            page.locator("#entries td", new Page.LocatorOptions().setHasText("预占")).first().waitFor();
            page.locator("#past dd", new Page.LocatorOptions().setHasText("350 万元")).first().waitFor();
            page.fill("#past-day", "2020-01-01");
            page.locator("#past dd", new Page.LocatorOptions().setHasText("350 万元")).first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.fill("#wanted", "泰国");
            page.locator("#found a", new Page.LocatorOptions().setHasText("泰国")).click();
            row(page, "泰国").first().waitFor();
            assertThat(analyst.complaints()).isEmpty();
        }
    }

    private static Page open(Visitor analyst) {
        String group = JsonParser.parseString(analyst.read(Visitor.API + "/customers?text=DEMO-USA")).getAsJsonArray().get(0)
                .getAsJsonObject().get("groupId").getAsString();
        analyst.goTo("/camunda/app/headroom/default/?groupId=" + group);
        analyst.page().locator(".hm-row").first().waitFor();
        analyst.page().locator("#entries table").waitFor();
        return analyst.page();
    }

    private static Locator row(Page page, String name) {
        return page.locator(".hm-row").filter(Visitor.having(name)).filter(new Locator.FilterOptions().setHas(page.locator(".hm-head strong", new Page.LocatorOptions().setHasText(name))));
    }
}
