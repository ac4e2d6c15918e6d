package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.Parties;
import io.shouxin.customer.RecordRelation;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.RelationKind;
import io.shouxin.customer.RelationRegister;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst finds the couple behind three demo customers, enters a relation, ends it, and says what is one group. */
@BrowserTest
class GroupsInTheBrowserTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final String PAGE = "/camunda/app/groups/default/";

    @Autowired private CustomerRegister register;
    @Autowired private Parties parties;
    @Autowired private RelationRegister relations;
    @Autowired private BusinessClock clock;

    private CustomerId mother;
    private CustomerId daughter;

    @BeforeEach
    void aMotherAndHerDaughter() {
        mother = customer("甲母公司");
        daughter = customer("乙子公司");
        relations.record(new RecordRelation(RelationKind.SHAREHOLDING, mother.value(), daughter.value(), new BigDecimal("60"), null, null, null, null,
                clock.today().minusYears(1), null, "工商登记", "股东名册"), ANALYST).orElseThrow();
    }

    @Test
    void showsTheGraphOfTheDemoGroupOnEveryScreen(Chromium browser) {
        String equipment = parties.named("江淮装备制造有限公司（演示）").get(0).id().value();
        List<String> faults = new ArrayList<>();
        for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"))) {
            try (Visitor analyst = browser.visitor(screen)) {
                analyst.signInByRequest("analyst");
                analyst.goTo(PAGE + "?party=" + equipment);
                Page page = analyst.page();
                page.locator("#graph svg .node.focus").waitFor();
                page.locator("#circles .flag").first().waitFor();
                page.locator("#proposals .proposal").first().waitFor();
                assertThat(page.locator("#graph .node").count()).isEqualTo(6);
                assertThat(page.locator("#graph .edge.GUARANTEE").count()).isEqualTo(3);
                assertThat(page.locator("#graph .edge.chain").count()).as("chain of control").isGreaterThanOrEqualTo(3);
                assertThat(page.locator("#graph .tag").allTextContents()).contains("70%", "30%", "25%", "8%");
                assertThat(page.locator("#flags").textContent()).contains(screen.language().startsWith("zh") ? "担保圈" : "Circle of guarantees");
                page.locator("#add summary").click();
                page.locator("#entry-kind").selectOption("GUARANTEE");
                faults.addAll(Look.faults("groups", screen, analyst));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void entersARelationEndsItAndConfirmsAGroup(Chromium browser) {
        try (Visitor analyst = browser.visitor(Screen.DESKTOP)) {
            analyst.signInByRequest("analyst");
            analyst.goTo("/camunda/app/shouxin/default/");
            analyst.page().locator("#places").getByText("集团与关联关系").click();
            Page page = analyst.page();
            page.locator("#search").fill(name(daughter));
            // Not the first of a list that was there before the search.
            page.locator("#parties button", new Page.LocatorOptions().setHasText(name(daughter))).first().click();
            page.locator("[data-flag=unconfirmed]").waitFor();

            page.locator("#add summary").click();
            page.locator("#entry-kind").selectOption("SHAREHOLDING");
            page.locator("#entry input[type=text]").first().fill("丙基金" + daughter);
            page.locator("#entry .pick button", new Page.LocatorOptions().setHasText("企业")).last().click();
            page.locator("#entry-percent").fill("45");
            page.locator("#entry-source").fill("工商登记");
            page.locator("#entry-evidence").fill("股东名册");
            page.locator("#entry button[type=submit]").click();
            page.locator("#entry .refused strong").waitFor();
            assertThat(page.locator("#entry .refused").textContent()).contains("105%");
            page.locator("#entry-percent").fill("40");
            page.locator("#entry button[type=submit]").click();
            page.locator("#graph .tag", new Page.LocatorOptions().setHasText("40%")).waitFor();

            page.locator("#relations tr", new Page.LocatorOptions().setHasText("40%")).locator("button").click();
            page.locator("#relations .entry input[type=text]").fill("转让");
            page.locator("#relations .entry button").click();
            page.locator("#relations tr", new Page.LocatorOptions().setHasText("转让")).waitFor();

            page.locator("#findings .proposal .reject").first().waitFor();
            page.locator("#findings .proposal .accept").first().click();
            page.locator("#findings .proposal .refused strong").waitFor();
            page.locator("#findings .proposal .why").fill("合并报表");
            page.locator("#findings .proposal .accept").first().click();
            page.locator(".flag.good").waitFor();
            assertThat(register.find(daughter).orElseThrow().group()).isPresent().isEqualTo(register.find(mother).orElseThrow().group());
            assertThat(page.locator("#findings").textContent()).contains("合并报表");

            page.locator("#as-of").fill(clock.today().minusYears(2).toString());
            page.locator("#graph .nothing").waitFor();
            assertThat(analyst.complaints()).as("but for what was refused").allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    @Test
    void tellsACustomerThatThePageIsNotForHim(Chromium browser) {
        try (Visitor applicant = browser.visitor(Screen.DESKTOP)) {
            applicant.signInByRequest("applicant");
            applicant.goTo("/camunda/app/shouxin/default/");
            applicant.page().locator("#person").waitFor();
            assertThat(applicant.page().locator("#places").getByText("集团与关联关系").isVisible()).isFalse();
            applicant.goTo(PAGE + "?party=" + mother);
            applicant.page().locator("#notice", new Page.LocatorOptions().setHasText("此页供本行人员查看")).waitFor();
            assertThat(applicant.page().locator("#find").isVisible()).isFalse();
            assertThat(applicant.page().locator("svg").count()).isZero();
        }
    }

    private CustomerId customer(String name) {
        String own = UUID.randomUUID().toString().substring(0, 8);
        return register.register(RegisterCustomer.masked(name + own, "K" + own), ANALYST).orElseThrow().id();
    }

    private String name(CustomerId customer) {
        return register.find(customer).orElseThrow().name();
    }
}
