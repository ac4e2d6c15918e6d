package io.shouxin.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Browser;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the web applications and browsers ask for by themselves, before anybody does anything. */
@ApplicationTest
class WebappDoorTest {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private IdentityService identity;

    @LocalServerPort
    private int port;

    @Test
    void aBrowserThatLooksForTheBanksMarkByItselfFindsIt() {
        assertThat(http.getForObject("/favicon.ico", byte[].class)).startsWith(0, 0, 1, 0);
    }

    @Test
    void whoChangesHisPasswordReadsWhatItMustBe() {
        Browser.Answer policy = Browser.tasklist(port, "analyst", "shouxin-demo", "zh-CN").get("/camunda/api/engine/engine/default/identity/password-policy");

        assertThat(policy.status()).isEqualTo(200);
        assertThat(policy.json().path("rules")).hasSize(2);
        assertThat(policy.json().path("rules").get(0).path("parameter").path("minLength").asText()).isEqualTo("12");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"too short, elf-zeichen, false", "his own login, xx-newcomer-of-the-bank-xx, false", "long enough, correct-horse-battery, true"})
    void aPasswordThatIsEasilyGuessedIsRefused(String why, String password, boolean taken) {
        Browser admin = Browser.tasklist(port, "admin", "shouxin-demo", "zh-CN");
        String login = "newcomer";

        Browser.Answer answer = admin.post(admin.engine() + "/user/create", Map.of("profile", Map.of("id", login, "firstName", "", "lastName", "新来"),
                "credentials", Map.of("password", password)));
        try {
            assertThat(answer.status() == 204).as(answer.toString()).isEqualTo(taken);
        } finally {
            identity.deleteUser(login);
        }
    }
}
