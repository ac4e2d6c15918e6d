package io.shouxin.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.origination.ApplicationWithdrawn;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever comes to a wrong page, or to one that breaks, reads in his language what to do next, and nothing of the machine. */
@ApplicationTest
@ProcessTest
class ErrorPagesTest {

    @Autowired
    private Bank bank;
    @Autowired
    private Breakdowns breakdowns;
    @LocalServerPort
    private int port;

    @AfterEach
    void repaired() {
        breakdowns.repair();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/no-such-form.html", "/webjars/camunda/no-such-file.html", "/api/v1/no-such-page", "/camunda/no-such-page",
        "/camunda/app/no-such-app/", "/camunda/app/no-such-app/default/", "/camunda/app/no-such-app/index.html", "/camunda/app/shouxin/default/no-such-page",
        "/camunda/api/no-such-page", "/camunda/api/shouxin/v1/no-such-page"})
    void aPageThatIsNotThereSaysSoInBothLanguages(String path) {
        Answer page = officer().get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("此页不存在，或您无权查看。", "This page does not exist, or you may not see it.");
        nothingOfTheMachineIn(page);
    }

    /** What is there is served as before, to whoever is signed in and to whoever has yet to sign in. */
    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/shouxin/default/", "/camunda/app/tasklist/default/", "/camunda/app/welcome/default/", "/camunda/app/covenants/default/"})
    void aPageThatIsThereIsShown(String path) {
        assertThat(Browser.visitor(port).askingForPages().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/h2-console", "/no-such-door/", "/error/4xx.html"})
    void aDoorThatIsShutLooksLikeAPageThatIsNotThere(String path) {
        Answer page = officer().get(path);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("此页不存在，或您无权查看。", "This page does not exist, or you may not see it.");
        nothingOfTheMachineIn(page);
    }

    @Test
    void whatBreaksInsideIsToldInBothLanguagesAndChangesNothing() {
        ApplicationCase file = bank.anApplication().started();
        breakdowns.after(ApplicationWithdrawn.class);
        Browser customer = Browser.program(port, file.applicant(), Bank.PASSWORD, "zh-CN").askingForPages();
        Answer page = customer.post("/api/v1/applications/" + file.number() + "/withdrawal", Map.of("reason", "另有安排"));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).contains("系统出现错误。请稍后重试", "Something went wrong here. Please try again later");
        nothingOfTheMachineIn(page);
        assertThat(file.isAt("user_complete-application")).isTrue();
    }

    @Test
    void aProgramHearsOfABreakdownNoMoreThanAPerson() {
        ApplicationCase file = bank.anApplication().started();
        breakdowns.after(ApplicationWithdrawn.class);
        Answer answer = Browser.program(port, file.applicant(), Bank.PASSWORD, "en").post("/api/v1/applications/" + file.number() + "/withdrawal", Map.of("reason", "另有安排"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("status").asInt()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("broken on purpose", "Exception", "Breakdown", "io.shouxin", "\tat ", "trace");
    }

    private Browser officer() {
        return Browser.program(port, "analyst", "shouxin-demo", "zh-CN").askingForPages();
    }

    private static void nothingOfTheMachineIn(Answer page) {
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("/camunda/app/shouxin/default/")
                .doesNotContain("Exception", "Whitelabel", "broken on purpose", "io.shouxin", "org.", "java.", "Tomcat", "Spring", "\tat ", "trace");
    }
}
