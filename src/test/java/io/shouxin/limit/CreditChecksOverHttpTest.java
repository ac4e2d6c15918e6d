package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Credit checks and use of limits as programs meet them: who may, what is refused in which words, what a repeated request hears. */
@ApplicationTest
class CreditChecksOverHttpTest {

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    private CustomerId customer;
    private String facility;
    private String user;

    @BeforeEach
    void aFirmWithAFacilityOf100() {
        customer = bank.enter(Firm.firm());
        user = bank.loginFor(customer, "王采购");
        facility = Limits.facility(bank, customer, "100").value();
    }

    @Test
    void anOfficersProgramAsksHoldsUsesAndTakesBack() {
        Browser erp = program("analyst", "en");
        JsonNode yes = erp.post("/api/v1/credit-checks", Map.of("customerId", customer.value(), "amount", "60.00")).json();
        assertThat(yes.path("decision").asText() + " " + yes.path("reasonCode").asText() + " " + yes.path("account").asText())
                .isEqualTo("YES WITHIN_LIMIT " + facility);
        assertThat(yes.path("levels").size()).isEqualTo(3);

        Map<String, Object> reserving = Map.of("customerId", customer.value(), "amount", "60.00",
                "reserve", Map.of("orderNumber", "SO-1", "expiresOn", bank.clock.today().plusDays(10).toString()));
        assertThat(erp.post("/api/v1/credit-checks", reserving).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        Answer first = erp.post("/api/v1/credit-checks", reserving, "so-1" + customer);
        Answer again = erp.post("/api/v1/credit-checks", reserving, "so-1" + customer);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        String reservation = first.json().path("reservation").path("reservationId").asText();

        Answer tooMuch = erp.post("/api/v1/credit-checks", reserving, "so-2" + customer);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).isEqualTo("LIMIT_EXCEEDED");

        assertThat(erp.post("/api/v1/limit-reservations/" + reservation + "/use", Map.of("amount", "50"), "use" + customer).json().path("utilised").asText()).isEqualTo("50.00");
        assertThat(erp.get("/api/v1/limit-reservations/" + reservation).json().path("status").asText()).isEqualTo("CONFIRMED");
        Answer drawn = erp.post("/api/v1/limit-accounts/" + facility + "/draws", Map.of("amount", "20"), "draw" + customer);
        assertThat(drawn.json().path("freeAfter").asText()).as(drawn.body()).isEqualTo("30.00");
        assertThat(erp.post("/api/v1/limit-accounts/" + facility + "/repayments", Map.of("amount", "5"), "repay" + customer).json().path("utilised").asText()).isEqualTo("65.00");
        assertThat(erp.post("/api/v1/limit-accounts/" + facility + "/reversals", Map.of("idempotencyKey", "draw" + customer), "back" + customer).status()).isEqualTo(403);
        assertThat(program("manager", "en").post("/api/v1/limit-accounts/" + facility + "/reversals",
                Map.of("bookedBy", "analyst", "idempotencyKey", "draw" + customer), "back" + customer).json().path("utilised").asText()).isEqualTo("45.00");

        JsonNode past = erp.get("/api/v1/credit-checks?customerId=" + customer).json();
        assertThat(past.findValuesAsText("decision")).containsExactly("YES_IF_PREPAID", "YES", "YES");
        assertThat(past.get(1).path("used").asText()).isEqualTo("50.00");
    }

    @Test
    void aFirmAsksAboutItselfAndChangesNothing() {
        Browser firm = program(user, "zh-CN");
        JsonNode no = firm.post("/api/v1/credit-checks", Map.of("customerId", customer.value(), "amount", "160")).json();
        assertThat(no.path("decisionLabel").asText()).isEqualTo("预付后可以");
        assertThat(no.path("levels").findValuesAsText("level")).containsExactly("CUSTOMER", "FACILITY");
        assertThat(no.path("prepay").asText()).isEqualTo("60.00");

        CustomerId other = bank.enter(Firm.firm());
        assertThat(firm.post("/api/v1/credit-checks", Map.of("customerId", other.value(), "amount", "1")).code()).isEqualTo("CUSTOMER_UNKNOWN");
        assertThat(firm.get("/api/v1/credit-checks?customerId=" + customer).status()).isEqualTo(404);
        assertThat(firm.post("/api/v1/credit-checks", Map.of("customerId", customer.value(), "amount", "1",
                "reserve", Map.of("orderNumber", "SO-1", "expiresOn", bank.clock.today().toString())), "firm").status()).isEqualTo(403);
        assertThat(reserved()).isEqualTo(Money.cny("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applicant", "auditor", "admin", "legal", "policy"})
    void onlyOfficersInChargeBookUse(String person) {
        Browser caller = program(person, "en");
        Map<String, Object> sum = Map.of("amount", "1");
        for (String path : List.of("/limit-accounts/" + facility + "/draws", "/limit-accounts/" + facility + "/repayments",
                "/limit-accounts/" + facility + "/reversals", "/limit-reservations/LR-1/use", "/limit-reservations/LR-1/release")) {
            assertThat(caller.post("/api/v1" + path, sum, "k").status()).as(path).isEqualTo(403);
        }
        assertThat(bank.ledger.account(LimitAccountId.parse(facility)).orElseThrow().utilised()).isEqualTo(Money.cny("0"));
    }

    @Test
    void nobodySignedInHearsNothing() {
        assertThat(Browser.visitor(port).post("/api/v1/credit-checks", Map.of("customerId", customer.value(), "amount", "1")).status()).isEqualTo(401);
    }

    @Test
    void oneBadLineDoesNotSpoilABulk() {
        Answer answer = program("rm", "en").post("/api/v1/credit-checks/bulk", "[{\"customerId\":\"" + customer + "\",\"amount\":\"100\"}, 5, null, {\"amount\":{}},"
                + "{\"customerId\":\"" + customer + "\",\"amount\":\"1E30\"}, {\"customerId\":\"" + customer + "\",\"amount\":101}]");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode lines = answer.json();
        assertThat(lines.size()).isEqualTo(6);
        assertThat(lines.get(0).path("answer").path("decision").asText()).isEqualTo("YES");
        for (int i = 1; i < 4; i++) {
            assertThat(lines.get(i).path("refused").path("code").asText()).isEqualTo("FORM_MALFORMED");
        }
        assertThat(lines.get(4).path("refused").path("code").asText()).isEqualTo("AMOUNT_OUT_OF_RANGE");
        assertThat(lines.get(5).path("answer").path("prepay").asText()).isEqualTo("1.00");
        assertThat(program("rm", "en").post("/api/v1/credit-checks/bulk", "[]").code()).isEqualTo("CHECKS_TOO_MANY");
        assertThat(program("rm", "en").post("/api/v1/credit-checks/bulk", "[" + "{},".repeat(1000) + "{}]").code()).isEqualTo("CHECKS_TOO_MANY");
    }

    private Money reserved() {
        return bank.ledger.account(LimitAccountId.parse(facility)).orElseThrow().reserved();
    }

    private Browser program(String person, String language) {
        return Browser.program(port, person, person.equals(user) ? Bank.PASSWORD : "shouxin-demo", language);
    }
}
