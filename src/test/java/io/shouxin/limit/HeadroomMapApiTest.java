package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Firm;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The headroom map over HTTP, on the demo group: 50 million, 20 and 3 ring-fenced, 21 left for the others. */
@ApplicationTest
class HeadroomMapApiTest {

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    private Browser analyst;
    private Browser applicant;

    @BeforeEach
    void signIn() {
        analyst = Browser.program(port, "analyst", "shouxin-demo", "zh-CN");
        applicant = Browser.program(port, "applicant", "shouxin-demo", "zh-CN");
    }

    @Test
    void showsAnOfficerTheWholeGroupOfAMember() {
        JsonNode map = analyst.get("/api/v1/headroom-map?customerId=" + customer("墨西哥")).json();

        assertThat(map.path("opened").asBoolean()).isTrue();
        assertThat(map.path("root").path("name").asText()).isEqualTo("寰宇示例食品集团");
        assertThat(map.path("root").path("freeForIt").asText()).isEqualTo("21000000.00");
        JsonNode mexico = node(map, "墨西哥");
        assertThat(mexico.path("account").asText()).isEqualTo(map.path("asked").asText());
        assertThat(mexico.path("ceiling").isMissingNode()).isTrue();
        assertThat(mexico.path("sharesWith").asText()).isEqualTo(map.path("root").path("account").asText());
        assertThat(mexico.path("freeForIt").asText()).isEqualTo("21000000.00");
        assertThat(mexico.path("reservations").path(0).path("subject").asText()).isEqualTo("PO-DEMO-0002");
        JsonNode usa = node(map, "美国");
        assertThat(usa.path("ringFenced").asBoolean()).isTrue();
        assertThat(usa.path("free").asText()).isEqualTo("12000000.00");
        assertThat(usa.path("children").path(0).path("children")).hasSize(2);
        assertThat(node(map, "泰国").path("freeForIt").asText()).isEqualTo("12000000.00");
    }

    /** Amounts are tried on a member of the demo group, on the group itself, or on what is typed. */
    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            墨西哥 | amount=21000000 | 200 | true
            墨西哥 | amount=23000000 | 200 | false
            墨西哥 | amount=23000000&purpose=NEW_CREDIT | 200 | false
            美国 | amount=12000000 | 200 | true
            墨西哥 | amount=0 | 422 | AMOUNT_NOT_POSITIVE
            墨西哥 | amount=-5 | 422 | AMOUNT_NOT_POSITIVE
            墨西哥 | amount=abc | 422 | FORM_MALFORMED
            墨西哥 | amount=1e99999 | 422 | FORM_MALFORMED
            墨西哥 | amount=1000000000000000 | 422 | FORM_MALFORMED
            墨西哥 | amount=1.234 | 422 | FORM_MALFORMED
            墨西哥 | amount= | 422 | FORM_MALFORMED
            墨西哥 | amount=1&currency=XXQ | 422 | FORM_MALFORMED
            墨西哥 | amount=1&currency=USD | 422 | CURRENCY_MISMATCH
            墨西哥 | amount=1&purpose=GIFT | 400 | FORM_MALFORMED
            墨西哥 | currency=CNY | 400 | FORM_MALFORMED
            CUSTOMER:C-9 | amount=1 | 422 | ACCOUNT_UNKNOWN
            nobody | amount=1 | 422 | FORM_MALFORMED
            PLANET:1 | amount=1 | 422 | FORM_MALFORMED
            """)
    void triesAnAmountOrSaysWhyNot(String account, String query, int status, String answer) {
        String tried = account.matches("\\p{IsHan}+") ? "CUSTOMER:" + customer(account) : account;
        Answer trial = analyst.get("/api/v1/headroom-map/trial?account=" + tried + "&" + query);

        assertThat(trial.status()).as(trial.body()).isEqualTo(status);
        assertThat(status == 200 ? trial.json().path("fits").asText() : trial.code()).isEqualTo(answer);
    }

    @Test
    void namesTheLevelThatBreaksAndTheMostThatFits() {
        JsonNode trial = analyst.get("/api/v1/headroom-map/trial?amount=23000000&account=CUSTOMER:" + customer("墨西哥")).json();

        assertThat(trial.path("readOnly").asBoolean()).isTrue();
        assertThat(trial.path("breaksAt").asText()).startsWith("GROUP:");
        assertThat(trial.path("most").asText()).isEqualTo("21000000.00");
        assertThat(trial.path("levels").path(0).path("missing").asText()).isEqualTo("2000000.00");
        assertThat(trial.path("levels").path(1).path("fits").asBoolean()).isTrue();
    }

    @Test
    void showsACustomersUserHisOwnBranchAndNothingElse() {
        String group = analyst.get("/api/v1/customers?text=DEMO-USA").json().path(0).path("groupId").asText();
        assertThat(applicant.get("/api/v1/headroom-map?groupId=" + group).status()).isEqualTo(404);
        assertThat(applicant.get("/api/v1/headroom-map?customerId=" + customer("美国")).status()).isEqualTo(404);
        assertThat(applicant.get("/api/v1/headroom-map/trial?amount=1&account=GROUP:" + group).status()).isEqualTo(404);
        assertThat(applicant.get("/api/v1/headroom-map/trial?amount=1&account=CUSTOMER:" + customer("美国")).status()).isEqualTo(404);
        assertThat(applicant.get("/api/v1/limit-accounts/GROUP:" + group + "/balances?asOf=2026-01-01").status()).isEqualTo(404);
        assertThat(Browser.visitor(port).get("/api/v1/headroom-map?groupId=" + group).status()).isEqualTo(401);

        var firm = bank.enter(Firm.firm().inGroup("额度地图测试集团"));
        bank.ledger.openCustomer(firm, bank.register.find(firm).orElseThrow().group(), Money.CNY, new PersonId("analyst")).orElseThrow();
        Browser own = Browser.program(port, bank.loginFor(firm, "测试经办人"), Bank.PASSWORD, "zh-CN");
        JsonNode branch = own.get("/api/v1/headroom-map?customerId=" + firm).json();
        assertThat(branch.path("root").path("account").asText()).isEqualTo("CUSTOMER:" + firm);
        assertThat(branch.toString()).doesNotContain("GROUP:");
    }

    @Test
    void showsACustomerWithoutAnAccountBesideTheMembersOfHisGroup() {
        var firm = bank.enter(Firm.firm().inGroup("寰宇示例食品集团"));

        JsonNode map = analyst.get("/api/v1/headroom-map?customerId=" + firm).json();

        assertThat(map.path("opened").asBoolean()).isFalse();
        assertThat(map.path("asked").asText()).startsWith("GROUP:");
        assertThat(analyst.get("/api/v1/headroom-map?customerId=" + bank.enter(Firm.firm())).json().has("root")).isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            '' | 422 | HEADROOM_OF_WHAT
            customerId=C-1&groupId=G-1 | 422 | HEADROOM_OF_WHAT
            customerId=C-9999 | 404 | NOT_FOUND
            groupId=G-9999 | 404 | NOT_FOUND
            groupId=a%20b%0a | 404 | NOT_FOUND
            """)
    void asksForOneCustomerOrOneGroup(String query, int status, String code) {
        Answer answer = analyst.get("/api/v1/headroom-map?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void tellsTheBalancesOfAPastDayAndThePagesOfEntries() {
        String account = "/api/v1/limit-accounts/CUSTOMER:" + customer("美国");
        assertThat(analyst.get(account + "/balances?asOf=" + bank.clock.today()).json().path("committed").asText()).isEqualTo("8000000.00");
        JsonNode before = analyst.get(account + "/balances?asOf=" + bank.clock.today().minusDays(400)).json();
        assertThat(before.path("committed").asText()).isEqualTo("0.00");
        assertThat(before.has("ceiling")).as("undefined before its first grant").isFalse();
        assertThat(analyst.get(account + "/balances?asOf=" + bank.clock.today().plusDays(1)).code()).isEqualTo("BALANCE_DATE_IN_THE_FUTURE");
        assertThat(analyst.get(account + "/balances?asOf=yesterday").status()).isEqualTo(400);

        JsonNode first = analyst.get(account + "/entries?most=2").json();
        assertThat(first).hasSize(2);
        JsonNode next = analyst.get(account + "/entries?most=2&after=" + first.path(1).path("entryId").asLong()).json();
        assertThat(next.path(0).path("entryId").asLong()).isGreaterThan(first.path(1).path("entryId").asLong());
    }

    private String customer(String place) {
        return bank.register.search("寰宇示例食品（" + place, 1).get(0).id().value();
    }

    private static JsonNode node(JsonNode map, String place) {
        return all(map.path("root")).filter(node -> node.path("name").asText().contains(place)).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> all(JsonNode node) {
        return Stream.concat(Stream.of(node), StreamSupport.stream(node.path("children").spliterator(), false).flatMap(HeadroomMapApiTest::all));
    }
}
