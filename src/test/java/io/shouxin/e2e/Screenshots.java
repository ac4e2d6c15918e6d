package io.shouxin.e2e;

import io.shouxin.approval.Verdict;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the screenshots in docs/pictures anew, only when asked: {@code mvn test -Dtest=Screenshots}. All firms are invented. */
@BrowserTest
class Screenshots {

    private static final Photographer PICTURES = new Photographer(Path.of("docs/pictures"));

    @Autowired
    private Bank bank;

    @Test
    void ofOneFirmsWayToCredit(Chromium browser) {
        Visitor applicant = browser.signedIn("applicant", Screen.DESKTOP);
        applicant.withdrawOpenApplications();
        bank.hands.runSteps();
        try (Story story = new Story(applicant, browser, bank.hands::runSteps, (moment, visitor) -> take(browser, moment, visitor))) {
            story.tell("1500000");
            story.seeTheFacility();
        }
    }

    private void take(Chromium browser, String moment, Visitor visitor) {
        switch (moment) {
            case "application" -> PICTURES.form(moment, visitor, ".sx-card:has([data-field=creditReportAuthorised])");
            case "documents" -> {
                PICTURES.form(moment, visitor, ".sx-form .sx-doc[data-kind=FINANCIAL_STATEMENTS]");
                takeOnAPhone(browser, visitor);
            }
            case "enter-data" -> PICTURES.form(moment, visitor, ".sx-form .sx-card:visible");
            case "offer" -> PICTURES.form(moment, visitor, ".sx-card:has([data-field=answer])");
            case "overview" -> PICTURES.window(moment, visitor);
            default -> { }
        }
    }

    private void takeOnAPhone(Chromium browser, Visitor visitor) {
        try (Visitor phone = browser.signedIn("applicant", Screen.PHONE.sharp())) {
            phone.goTo(visitor.page().url().substring(visitor.page().url().indexOf("/camunda")));
            phone.waitForForm();
            phone.page().locator(".sx-form").evaluate("form => form.scrollIntoView()");
            PICTURES.window("phone", phone);
        }
    }

    @Test
    void ofAnApprovalAtTheSecondTier(Chromium browser) {
        ApplicationCase secured = bank.anApplication().of(Firm.firm().named("江南示例精密机械有限公司").inGroup("江南示例集团")).asking("12000000")
                .securedBy("MORTGAGE", "苏州工业园区厂房及土地使用权", "16000000").judged("ADEQUATE").decidedBy("manager", Verdict.APPROVE);
        try (Visitor senior = browser.signedIn("senior", Screen.DESKTOP)) {
            senior.open(secured.number(), "user_decide-as-senior-credit-manager");
            senior.claim();
            PICTURES.form("approval", senior, ".sx-card:has(.sx-fall)");
        }
    }

    @Test
    void ofARatingExplained(Chromium browser) {
        ApplicationCase credit = bank.anApplication().of(Firm.firm().named("江淮示例装备有限公司")).asking("5000000").judged("ADEQUATE").assessed();
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            analyst.goTo("/camunda/app/rating/default/?rating=" + bank.ratings.latest(credit.customer()).orElseThrow().id());
            analyst.page().locator("#rating .better").first().waitFor();
            PICTURES.window("rating", analyst);
        }
    }

    @Test
    void ofAnAnalystsTaskList(Chromium browser) {
        List<String> firms = List.of("东海示例纺织有限公司", "岭南示例食品有限公司", "塞北示例能源设备有限公司", "蜀中示例电子有限公司", "江南示例精密机械二厂");
        firms.forEach(name -> bank.anApplication().of(Firm.firm().named(name)).asking("2400000").withDocumentsUploaded());
        String next = "松江示例医疗器械有限公司";
        bank.anApplication().of(Firm.firm().named(next)).asking("3600000").withDocuments();
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            analyst.openFromList("待认领", next);
            PICTURES.window("tasklist", analyst);
        }
    }

    @Test
    void ofAGroupsHeadroomWithAnAmountThatBreaks(Chromium browser) {
        try (Visitor analyst = browser.signedIn("analyst", Screen.DESKTOP)) {
            analyst.goTo("/camunda/app/headroom/default/?customerId=" + bank.register.search("寰宇示例食品（墨西哥）", 1).get(0).id());
            analyst.page().locator("#entries table").waitFor();
            analyst.page().fill(".hm-amount", "2300");
            analyst.page().locator(".hm-broken").first().waitFor();
            PICTURES.window("headroom", analyst);
        }
    }
}
