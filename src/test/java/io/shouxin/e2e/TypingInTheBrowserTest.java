package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms do for one who types: amounts, complaints that name their field, and nothing lost on the way. */
@BrowserTest
@ProcessTest
class TypingInTheBrowserTest {

    private static final String COMMENT = "#sx-comment";
    private static final String COMPLAINTS = ".sx-corrections li";

    @Autowired
    private Bank bank;

    @Test
    void putsSeparatorsIntoAmountsAndDropsAComplaintOnceItIsSettled(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("2000000").started();
        try (Visitor applicant = applicant(browser, credit)) {
            assertThat(applicant.value("[id^=sx-amount-]")).isEqualTo("2,000,000");
            applicant.type("#sx-ownFunds", "１２３４５６.5");
            applicant.type("#sx-otherFunding", "1e9");
            applicant.press("保存草稿");
            assertThat(applicant.value("#sx-ownFunds")).isEqualTo("123,456.5");

            applicant.page().locator("button[ng-click='complete()']:visible").first().click();
            applicant.page().locator(COMPLAINTS).first().waitFor();
            assertThat(applicant.page().locator(COMPLAINTS).allTextContents()).anySatisfy(text -> assertThat(text).startsWith("其他渠道的营运资金（元）："));
            applicant.type("#sx-otherFunding", "0");
            assertThat(applicant.page().locator(COMPLAINTS).count()).isZero();
        }
    }

    @Test
    void bringsBackWhatWasTypedBeforeTheTaskWasLeft(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("2000000").assessed();
        try (Visitor manager = browser.signedIn("manager", Screen.DESKTOP)) {
            manager.open(credit.number(), "user_decide-as-credit-manager");
            manager.claim();
            manager.pick("verdict", "RETURN");
            manager.type(COMMENT, "请补充主要客户的回款情况");
            String task = manager.page().url();
            manager.goToTasks();
            manager.page().navigate(task);
            manager.waitForForm();

            assertThat(manager.value(COMMENT)).isEqualTo("请补充主要客户的回款情况");
            manager.press("重新填写");
            assertThat(manager.value(COMMENT)).isEmpty();
        }
    }

    private static Visitor applicant(Chromium browser, ApplicationCase credit) {
        Visitor applicant = browser.visitor(Screen.DESKTOP);
        applicant.signInByRequest(credit.applicant(), Bank.PASSWORD);
        applicant.open(credit.number(), "user_complete-application");
        return applicant;
    }
}
