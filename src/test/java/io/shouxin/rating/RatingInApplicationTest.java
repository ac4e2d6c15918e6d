package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerFact;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.FactContent;
import io.shouxin.customer.FactKind;
import io.shouxin.customer.FactRegister;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.PastTrading;
import io.shouxin.customer.RecordFact;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class RatingInApplicationTest {

    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private RatingDesk desk;
    @Autowired
    private CustomerRegister register;
    @Autowired
    private CreditReports reports;
    @Autowired
    private FactRegister facts;
    @Autowired
    private PolicyBook policies;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private TestRestTemplate rest;

    @Test
    void asksForWhatIsMissingAndLeavesNoTrace() {
        CustomerId firm = firm();
        String subject = "TEST-" + UUID.randomUUID().toString().substring(0, 8);
        RatingResult.FactsMissing result = (RatingResult.FactsMissing) desk.rate(
                new RateCustomer(firm, subject, "1", clock.today(), OnFile.ASSESSMENT), ANALYST);
        assertThat(result.facts()).extracting(MissingFact::code).containsExactly("STATEMENTS_OR_INVOICES", "CREDIT_REPORT");
        assertThat(policies.evaluations(subject)).isEmpty();
        assertThat(audit.of(subject)).isEmpty();
    }

    @Test
    void keepsAKnockOutWithItsEvaluationsAndItsAuditEntry() {
        CustomerId firm = firm();
        String subject = "TEST-" + UUID.randomUUID().toString().substring(0, 8);
        reports.record(firm, new CreditReport(clock.today(), 3, 200, 120, Money.cny("1000000"), Money.cny("0"), 1, false, true,
                "D-2026-000001", "人民银行征信中心"), ANALYST).orElseThrow();
        RatingResult.KnockedOut out = (RatingResult.KnockedOut) desk.rate(
                new RateCustomer(firm, subject, "1", clock.today(), null), ANALYST);
        assertThat(out.reasonCodes()).containsExactly("DISHONEST_DEBTOR", "OVERDUE_OVER_90_DAYS", "SEVERE_PAST_OVERDUE");
        assertThat(policies.evaluations(subject)).extracting("key").containsExactly("knock-out", "grade-scale");
        assertThat(audit.of(subject)).extracting("act").containsExactly("CUSTOMER_KNOCKED_OUT");

        ResponseEntity<String> forOfficer = rest.withBasicAuth("rm", "shouxin-demo")
                .getForEntity("/api/v1/ratings/" + out.rating(), String.class);
        assertThat(forOfficer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(forOfficer.getBody()).contains("DISHONEST_DEBTOR", "\"score\":\"0.0\"");
        assertThat(rest.withBasicAuth("applicant", "shouxin-demo").getForEntity("/api/v1/ratings?customer=" + firm, String.class)
                .getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.getForEntity("/api/v1/ratings/" + out.rating(), String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsAFactOnceHoweverOftenItIsTold() {
        CustomerId firm = firm();
        String fact = """
                {"kind": "TAX_RECORD", "asOf": "%s", "source": "电子税务局", "document": "D-2026-000007",
                 "taxRecord": {"grade": "B", "year": 2025, "taxPaid": "120000.50", "arrears": "0"}}""".formatted(clock.today().minusDays(3));
        assertThat(post(firm, fact, "analyst").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(post(firm, fact, "analyst").getBody()).contains("\"taxPaid\":\"120000.50\"");
        assertThat(facts.of(firm)).hasSize(1);
        assertThat(audit.of(firm.value())).extracting("act").containsOnlyOnce("FACT_RECORDED");
        assertThat(get("/api/v1/customers/" + firm + "/facts-on-file", "rm").getBody())
                .contains("\"code\":\"TAX_RECORD\",\"state\":\"CONFIRMED\",\"value\":\"B\"");
        assertThat(get("/api/v1/customers/" + firm + "/facts", "applicant").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/v1/customers/" + firm + "/facts-on-file", "applicant").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(post(firm, fact, "auditor").getStatusCode().is4xxClientError()).isTrue();
    }

    @Test
    void aFactThatWasCorrectedCanBeCorrectedBack() {
        CustomerId firm = firm();
        PastTrading good = new PastTrading(3, new BigDecimal("900000"), new BigDecimal("0.01"));
        PastTrading mistaken = new PastTrading(3, new BigDecimal("900000"), new BigDecimal("0.9"));
        for (PastTrading told : List.of(good, mistaken, good, good)) {
            facts.record(firm, new RecordFact(clock.today(), "示例来源", null, told), ANALYST).orElseThrow();
        }

        assertThat(facts.current(firm).get(FactKind.PAST_TRADING).content()).isEqualTo(good);
        assertThat(facts.of(firm)).as("told again without anything in between it is not kept twice").hasSize(3);
    }

    @Test
    void letsTheFactOfTheLatestDayCount() {
        CustomerId firm = firm();
        record(firm, new PastTrading(2, new BigDecimal("500000"), new BigDecimal("0.05")), 10);
        record(firm, new PastTrading(1, new BigDecimal("300000"), new BigDecimal("0.20")), 400);
        record(firm, new BackgroundCheck(0, 0, BigDecimal.ZERO, 0, "无"), 1);
        assertThat(facts.of(firm)).extracting(CustomerFact::kind)
                .containsExactly(FactKind.BACKGROUND_CHECK, FactKind.PAST_TRADING, FactKind.PAST_TRADING);
        assertThat(facts.current(firm).get(FactKind.PAST_TRADING).content())
                .isEqualTo(new PastTrading(2, new BigDecimal("500000"), new BigDecimal("0.05")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"kind\": \"TAX_RECORD\", \"asOf\": \"2026-01-05\", \"source\": \"x\"} | FACT_CONTENT_MISSING",
        "{\"kind\": \"SITE_VISIT\", \"asOf\": \"2026-01-05\", \"source\": \"x\", \"pastTrading\": {\"years\": 0, \"amount12m\": 0}} | FACT_CONTENT_MISSING",
        "{\"kind\": \"PAST_TRADING\", \"asOf\": \"2999-01-01\", \"source\": \"x\", \"pastTrading\": {\"years\": 0, \"amount12m\": 0}} | FACT_DATE",
        "{\"kind\": \"PAST_TRADING\", \"asOf\": \"2026-01-05\", \"source\": \" \", \"pastTrading\": {\"years\": 0, \"amount12m\": 0}} | FACT_SOURCE_MISSING",
        "{\"kind\": \"PAST_TRADING\", \"asOf\": \"2026-01-05\", \"source\": \"x\", \"pastTrading\": {\"years\": 2, \"amount12m\": 0}} | FACT_FIELD_MISSING",
        "{\"kind\": \"PAST_TRADING\", \"asOf\": \"2026-01-05\", \"source\": \"x\", \"pastTrading\": {\"years\": 2, \"amount12m\": -1, \"lateShare\": 0}} | AMOUNT_MISSING_OR_NEGATIVE",
        "{\"kind\": \"PAST_TRADING\", \"asOf\": \"2026-01-05\", \"source\": \"x\", \"pastTrading\": {\"years\": 2, \"amount12m\": 1, \"lateShare\": 1.01}} | NUMBER_OUT_OF_RANGE",
        "{\"kind\": \"EXTERNAL_RATING\", \"asOf\": \"2026-01-05\", \"source\": \"x\", \"externalRating\": {\"agency\": \"x\", \"grade\": \"AAAA\"}} | FACT_CODE_UNKNOWN"})
    void refusesAFactThatCannotBeAndKeepsNothing(String body, String code) {
        CustomerId firm = firm();
        ResponseEntity<String> answer = post(firm, body, "analyst");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"");
        assertThat(facts.of(firm)).isEmpty();
    }

    private void record(CustomerId firm, FactContent content, int daysAgo) {
        facts.record(firm, new RecordFact(clock.today().minusDays(daysAgo), "示例来源", null, content), ANALYST).orElseThrow();
    }

    private ResponseEntity<String> get(String path, String person) {
        return rest.withBasicAuth(person, "shouxin-demo").getForEntity(path, String.class);
    }

    private ResponseEntity<String> post(CustomerId firm, String body, String person) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(person, "shouxin-demo").postForEntity("/api/v1/customers/" + firm + "/facts",
                new HttpEntity<>(body, headers), String.class);
    }

    private CustomerId firm() {
        String name = "评级示例" + UUID.randomUUID().toString().substring(0, 8);
        return register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.INTERNAL_REFERENCE, name.substring(4),
                "C35", "上海", LocalDate.of(2016, 3, 1), 20, EnterpriseSize.SMALL, null, null, null), ANALYST).orElseThrow().id();
    }
}
