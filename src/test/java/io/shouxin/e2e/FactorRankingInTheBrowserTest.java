package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An analyst looks up what the bank's cases teach, on a desk and on a phone, in both languages. */
@BrowserTest
class FactorRankingInTheBrowserTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsTheFactorsOfAnOutcomeMostTellingFirst(Chromium browser) {
        plantRatings();
        for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
            try (Visitor analyst = browser.visitor(screen)) {
                analyst.signInByRequest("analyst");
                analyst.goTo("/camunda/app/factors/default/");
                analyst.page().selectOption("#outcome", "WEAK_GRADE");
                analyst.page().waitForSelector("[data-factor=voidRate] table");

                String mostTelling = JsonParser.parseString(analyst.read(Visitor.API + "/factor-rankings?outcome=WEAK_GRADE")).getAsJsonObject()
                        .getAsJsonArray("factors").get(0).getAsJsonObject().get("factor").getAsString();
                // Until the ranking of the outcome chosen has come, that of the one before stands there.
                PlaywrightAssertions.assertThat(analyst.page().locator(".factor").first()).hasAttribute("data-factor", mostTelling);
                assertThat(analyst.page().textContent("h1")).isEqualTo(screen == Screen.DESKTOP || screen == Screen.PHONE ? "因素排序" : "Ranking of factors");
                assertThat((Boolean) analyst.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("no sideways scrolling").isTrue();
                assertThat(analyst.complaints()).isEmpty();
            }
        }
    }

    @Test
    void tellsACustomerThatThePageIsNotForHim(Chromium browser) {
        try (Visitor applicant = browser.visitor(Screen.DESKTOP)) {
            applicant.signInByRequest("applicant");
            applicant.goTo("/camunda/app/factors/default/");
            applicant.page().locator("#summary", new Page.LocatorOptions().setHasText("此页供授信分析师")).waitFor();
            assertThat(applicant.page().locator(".factor").count()).isZero();
        }
    }

    private void plantRatings() {
        for (int i = 0; i < 60; i++) {
            boolean weak = i % 3 == 0;
            jdbc.sql("""
                    INSERT INTO rating (rating_id, customer_id, subject, attempt, basis, knocked_out, score, grade, pd, body, as_of, rated_at, rated_by)
                    VALUES (:id, :id, :id, '1', 'INVOICES', FALSE, 60, :grade, 0.03, :body, '2026-11-01', '2026-11-01 00:00:00', 'analyst')""")
                    .param("id", "RT-BROWSER-" + i).param("grade", weak ? "WATCH" : "GOOD")
                    .param("body", "{\"policyVersions\":{},\"lines\":[],\"ratios\":[],\"knockOutReasons\":[],\"inputs\":{\"voidRate\":\"0.%d\",\"siteVisit\":\"%s\"}}"
                            .formatted(weak ? 3 + i % 5 : 1, i % 2 == 0 ? "STRONG" : "WEAK")).update();
        }
    }
}
