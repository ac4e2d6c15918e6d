package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.ProcessTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reads a first screening over HTTP, and what it says. */
@ApplicationTest
@ProcessTest
class ScreeningAccessTest {

    @Autowired
    private Bank bank;

    @LocalServerPort
    private int port;

    @Test
    void officersReadRuleValueAndSource() {
        ApplicationCase file = bank.anApplication().of(Firm.firm().overdueToday(120)).submitted();
        for (String reader : List.of("auditor", "manager", "rm", "analyst", "director")) {
            JsonNode screening = as(reader).get(path(file)).json();
            assertThat(screening.path("excluded").asBoolean()).as(reader).isTrue();
            JsonNode rule = rule(screening, "OVERDUE_OVER_90_DAYS");
            assertThat(rule.path("result").asText()).isEqualTo("EXCLUDES");
            assertThat(rule.path("label").asText()).isEqualTo("当前逾期超过 90 天");
            JsonNode fact = rule.path("facts").path(0);
            assertThat(fact.path("value").asText()).isEqualTo("120");
            assertThat(fact.path("origin").asText()).isEqualTo("CREDIT_REPORT");
            assertThat(fact.path("originLabel").asText()).isEqualTo("信用报告");
            assertThat(fact.path("reference").asText()).isEqualTo("测试征信机构");
            assertThat(fact.path("date").asText()).isEqualTo(bank.clock.today().toString());
        }
        assertThat(as("analyst").get("/api/v1/applications/" + file.number() + "/case-file").json().path("screening").path("rating").asText()).startsWith("RT-");
    }

    @Test
    void aCustomerAnotherEntityAndWhoAsksForNothingGetNothing() {
        ApplicationCase file = bank.anApplication().of(Firm.firm().withoutCreditReport()).submitted();
        ApplicationCase eastern = bank.anApplication().at("EAST").submitted();

        assertThat(as(file.applicant()).get(path(file)).status()).isEqualTo(404);
        assertThat(as("east-analyst").get(path(file)).status()).isEqualTo(404);
        Answer ofEast = as("east-analyst").get(path(eastern));
        assertThat(ofEast.status()).as(ofEast.body()).isEqualTo(200);
        assertThat(as("analyst").get("/api/v1/applications/CA-0000-000000/screening").status()).isEqualTo(404);
        assertThat(as("analyst").get(path(bank.anApplication().started())).status()).as("not handed in yet").isEqualTo(404);
        JsonNode own = as(file.applicant()).get("/api/v1/applications/" + file.number() + "/case-file").json();
        assertThat(own.path("application").path("applicationId").asText()).isEqualTo(file.number());
        assertThat(own.hasNonNull("screening")).isFalse();
    }

    private static String path(ApplicationCase file) {
        return "/api/v1/applications/" + file.number() + "/screening";
    }

    private static JsonNode rule(JsonNode screening, String code) {
        return StreamSupport.stream(screening.path("rules").spliterator(), false).filter(rule -> rule.path("code").asText().equals(code)).findFirst().orElseThrow();
    }

    private Browser as(String person) {
        return Browser.program(port, person, person.matches("t[0-9]+x.*") ? Bank.PASSWORD : "shouxin-demo", "zh-CN");
    }
}
