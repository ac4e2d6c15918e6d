package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.ProcessTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees policy exceptions and who acts on them, over HTTP. */
@ApplicationTest
@ProcessTest
class PolicyExceptionAccessTest {

    @Autowired
    private Bank bank;

    @LocalServerPort
    private int port;

    @Test
    void officersReadAnalystsAskAndApplicantsNeverLearnOfIt() {
        ApplicationCase file = bank.anApplication().asking("500000").submitted();
        String path = "/api/v1/applications/" + file.number() + "/policy-exceptions";
        Map<String, Object> paper = Map.of("policy", "document-checklist", "rule", "TAX_CERTIFICATE", "reasonCode", "PAPER_UNDER_WAY",
                "reason", "=税务机关正在开具，已取得受理回执。", "until", bank.clock.today().plusDays(30).toString());

        for (String nobody : List.of("auditor", "manager", "director", "legal", "admin")) {
            assertThat(as(nobody).post(path, paper).code()).as(nobody).isEqualTo("MAY_NOT_ASK_POLICY_EXCEPTION");
        }
        assertThat(as(file.applicant()).post(path, paper).status()).isEqualTo(404);
        Answer asked = as("rm").post(path, paper);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String number = asked.json().path("number").asText();

        for (String reader : List.of("auditor", "manager", "rm", "analyst", "director")) {
            assertThat(as(reader).get(path).json().path("exceptions").path(0).path("number").asText()).as(reader).isEqualTo(number);
            assertThat(as(reader).get("/api/v1/policy-exceptions/" + number).status()).isEqualTo(200);
            assertThat(as(reader).get("/api/v1/policy-exceptions?rule=TAX_CERTIFICATE&status=ASKED").body()).contains(number);
            assertThat(as(reader).get("/api/v1/customers/" + file.customer() + "/policy-exceptions").json().path("asked").asInt()).isEqualTo(1);
            assertThat(as(reader).get("/api/v1/policy-exceptions/report").json().path("months").size()).isEqualTo(12);
            assertThat(as(reader).get("/api/v1/policy-exceptions/export?policy=document-checklist").body()).contains(number).contains("\"'=税务机关");
        }
        for (String hidden : List.of(path, "/api/v1/policy-exceptions", "/api/v1/policy-exceptions/report", "/api/v1/policy-exceptions/export", "/api/v1/policy-exceptions/" + number,
                "/api/v1/customers/" + file.customer() + "/policy-exceptions")) {
            assertThat(as(file.applicant()).get(hidden).status()).as(hidden).isEqualTo(404);
        }
        Map<String, Object> why = Map.of("reason", "不再需要，予以撤销");
        assertThat(as(file.applicant()).post("/api/v1/policy-exceptions/" + number + "/revocation", why).status()).isEqualTo(404);
        assertThat(as("auditor").post("/api/v1/policy-exceptions/" + number + "/revocation", why).code()).isEqualTo("MAY_NOT_REVOKE_POLICY_EXCEPTION");
        assertThat(as("auditor").post("/api/v1/policy-exceptions/" + number + "/withdrawal", why).code()).isEqualTo("MAY_NOT_ASK_POLICY_EXCEPTION");
        assertThat(as("analyst").get("/api/v1/policy-exceptions/no-number").status()).isEqualTo(404);
        assertThat(as("analyst").get("/api/v1/policy-exceptions?status=NO_SUCH").status()).isEqualTo(400);
        assertThat(as("rm").post("/api/v1/policy-exceptions/" + number + "/withdrawal", why).json().path("status").asText()).isEqualTo("WITHDRAWN");
    }

    private Browser as(String person) {
        return Browser.program(port, person, person.matches("t[0-9]+x.*") ? Bank.PASSWORD : "shouxin-demo", "zh-CN");
    }
}
