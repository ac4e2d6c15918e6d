package io.shouxin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a program sends, it hears what is wrong with it: a problem with a code, never an error of the server's. */
@ApplicationTest
@ProcessTest
class MalformedBodiesTest {

    private static final List<String> NO_BODY_AT_ALL = List.of("{", "[]", "[1,2", "5", "\"text\"", "true", "{\"a\":}", "\u0000", "{'a':1}");

    @Autowired
    private Bank bank;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;
    @LocalServerPort
    private int port;

    private ApplicationCase file;
    private Map<String, Object> good;

    @BeforeEach
    void aFirmThatApplies() {
        file = bank.anApplication().started();
        good = Forms.with(Map.of(), "asOf", bank.clock.today().toString(), "overdueCount24m", 0, "maxDaysPastDue24m", 0,
                "currentOverdueDays", 0, "outstandingDebt", "8000000", "guaranteesGiven", "0", "queries6m", 1, "defaulted", false,
                "dishonestDebtor", false, "authorisationReference", "SQ-1", "source", "人民银行征信中心");
    }

    @TestFactory
    Stream<DynamicTest> everyDoorForFactsRefusesWhatIsNoBody() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Door door : doors()) {
            for (String body : NO_BODY_AT_ALL) {
                tests.add(DynamicTest.dynamicTest(door + " " + body, () -> assertRefused(send(door, body))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(NO_BODY_AT_ALL.size() * 10);
        return tests.stream();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', value = {
        "overdueCount24m|null|CREDIT_REPORT_FACT_MISSING", "overdueCount24m|\"\"|CREDIT_REPORT_FACT_MISSING", "overdueCount24m|-1|NUMBER_OUT_OF_RANGE",
        "overdueCount24m|1.5|FORM_MALFORMED", "overdueCount24m|25|NUMBER_OUT_OF_RANGE", "overdueCount24m|\"many\"|FORM_MALFORMED",
        "maxDaysPastDue24m|null|CREDIT_REPORT_FACT_MISSING", "maxDaysPastDue24m|99999999999|FORM_MALFORMED",
        "currentOverdueDays|null|CREDIT_REPORT_FACT_MISSING", "currentOverdueDays|{}|FORM_MALFORMED", "currentOverdueDays|[0]|FORM_MALFORMED",
        "queries6m|null|CREDIT_REPORT_FACT_MISSING", "queries6m|\" \"|CREDIT_REPORT_FACT_MISSING",
        "defaulted|null|CREDIT_REPORT_FACT_MISSING", "defaulted|\"\"|CREDIT_REPORT_FACT_MISSING", "defaulted|\"perhaps\"|FORM_MALFORMED",
        "dishonestDebtor|null|CREDIT_REPORT_FACT_MISSING", "outstandingDebt|null|AMOUNT_MISSING_OR_NEGATIVE",
        "outstandingDebt|\"\"|AMOUNT_MISSING_OR_NEGATIVE", "outstandingDebt|\"-0.01\"|AMOUNT_MISSING_OR_NEGATIVE",
        "outstandingDebt|\"1E999999999\"|CREDIT_REPORT_AMOUNT", "outstandingDebt|1E-999999999|CREDIT_REPORT_AMOUNT",
        "outstandingDebt|\"0.001\"|CREDIT_REPORT_AMOUNT", "guaranteesGiven|\"1,5\"|FORM_MALFORMED", "guaranteesGiven|null|AMOUNT_MISSING_OR_NEGATIVE",
        "guaranteesGiven|\"NaN\"|FORM_MALFORMED", "asOf|null|CREDIT_REPORT_DATE", "asOf|\"2024-02-30\"|FORM_MALFORMED", "asOf|\"2999-01-01\"|CREDIT_REPORT_DATE",
        "authorisationReference|\" \"|CREDIT_REPORT_NOT_AUTHORISED", "source|null|CREDIT_REPORT_SOURCE_MISSING",
        "source|\"a\\u0000b\"|TEXT_HAS_CONTROL_CHARACTERS",
        "source|\"012345678901234567890123456789012345678901234567890123456789\"|TEXT_TOO_LONG"})
    void aFactOfACreditReportThatIsMissingOrAbsurdIsRefusedBesideItsField(String field, String value, String code) {
        String path = "/api/v1/customers/" + file.customer() + "/credit-reports";
        Answer answer = analyst().post(path, body(good, field, value));

        assertRefused(answer);
        assertThat(answer.code() + " at " + answer.field()).isEqualTo(code + " at " + field);
        if (value.equals("null")) {
            assertThat(withoutField(path, field).code()).as("left out").isEqualTo(code);
        }
        assertThat(bank.creditReports.latest(file.customer()).orElseThrow().outstandingDebt()).isEqualTo(Money.cny("8000000"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        "PUT /statements|{}|STATEMENT_PERIOD_END", "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":null}|STATEMENT_MONTHS", "PUT /statements|{\"months\":1.5}|FORM_MALFORMED",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"GUESSED\"}|FORM_MALFORMED",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":0,\"amounts\":{\"CASH\":\"1\"}}|FORM_MALFORMED",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":\"\"}}|STATEMENT_EMPTY",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":\"-1\"}}|STATEMENT_AMOUNT_NEGATIVE",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":\"1E999999999\"}}|STATEMENT_AMOUNT_TOO_LARGE",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":1E-999999999}}|STATEMENT_AMOUNT_TOO_PRECISE",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":\"viel\"}}|FORM_MALFORMED",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"amounts\":{\"MOON\":\"1\"}}|FORM_MALFORMED",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":-1,\"basis\":\"AUDITED\",\"amounts\":{\"CASH\":\"1\"}}|STATEMENT_MONTHS",
        "PUT /statements|{\"periodEnd\":\"2024-12-31\",\"months\":12,\"basis\":\"AUDITED\",\"currency\":\"RMBRMBRMBRMB\",\"amounts\":{\"CASH\":\"1\"}}|STATEMENT_CURRENCY_UNSUPPORTED",
        "POST /statements/explanation|{}|EXPLANATION_MISSING", "POST /statements/explanation|{\"explanation\":5}|EXPLANATION_MISSING",
        "POST /group|{}|GROUP_NAME_MISSING", "POST /group|{\"groupName\":\" \"}|GROUP_NAME_MISSING", "POST /group|{\"groupName\":{}}|FORM_MALFORMED",
        "POST /block|{}|REASON_MISSING", "POST /unblock|{\"reason\":\"\"}|REASON_MISSING", "POST /identifier|{}|PURPOSE_MISSING",
        "POST -|{}|CUSTOMER_NAME_MISSING", "POST -|{\"kind\":0,\"name\":\"甲\"}|FORM_MALFORMED", "POST -|{\"kind\":\"ENTERPRISE\",\"name\":\"甲\",\"employees\":1.5}|FORM_MALFORMED"})
    void aFactThatCannotBeIsRefusedInWords(String door, String body, String code) {
        String[] parts = door.split(" ", 2);
        String path = "/api/v1/customers" + (parts[1].equals("-") ? "" : "/" + file.customer() + parts[1]);
        Answer answer = parts[0].equals("PUT") ? analyst().put(path, body) : analyst().post(path, body);

        assertRefused(answer);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"name", "region", "phone", "email", "groupName", "identifier", "industryCode"})
    void aTextThatIsTooLongIsRefusedBesideItsField(String field) {
        Answer answer = analyst().post("/api/v1/customers", body(Forms.with(Map.of(), "kind", "ENTERPRISE", "name", "某公司", "identifierType",
                "INTERNAL_REFERENCE", "identifier", "E1X"), field, "\"" + "9".repeat(5000) + "\""));

        assertRefused(answer);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(bank.register.register(RegisterCustomer.masked("甲", "9".repeat(5000)), new PersonId("rm")).isDone()).isFalse();
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.code()).as(answer.body()).isNotBlank().doesNotContain(" ");
        JsonNode refusals = answer.json().path("refusals");
        assertThat(refusals.size()).as(answer.body()).isPositive();
        assertThat(answer.detail()).isNotBlank();
        assertThat(file.status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    /** Every mapping that takes a body, with the numbers in its path filled in. */
    private List<Door> doors() {
        return mappings.getHandlerMethods().keySet().stream().filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH)::contains))
                .flatMap(info -> paths(info).filter(path -> path.startsWith("/api/v1")).map(path -> new Door(
                        info.getMethodsCondition().getMethods().iterator().next().name(), path,
                        info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA))))
                .sorted((one, other) -> one.toString().compareTo(other.toString())).toList();
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        return info.getPathPatternsCondition().getPatternValues().stream();
    }

    private Answer send(Door door, String body) {
        String path = door.path().replace("{customerId}", file.customer().value()).replace("{id}", file.number())
                .replace("{applicationId}", file.number()).replace("{taskId}", file.task("user_complete-application").getId())
                .replaceAll("\\{\\w+}", "NONE-2026-000001");
        Browser officer = door.path().contains("applications") ? Browser.program(port, "rm", "shouxin-demo", "en") : analyst();
        return door.method().equals("PUT") ? officer.put(path, body) : officer.post(path, body);
    }

    private Browser analyst() {
        return Browser.program(port, "analyst", "shouxin-demo", "zh-CN");
    }

    private Answer withoutField(String path, String field) {
        Map<String, Object> rest = new LinkedHashMap<>(good);
        rest.remove(field);
        return analyst().post(path, rest);
    }

    /** The form as JSON with one field replaced by raw text, so that it may be as wrong as one likes. */
    private static String body(Map<String, Object> form, String field, String raw) {
        Map<String, Object> changed = Forms.with(form, field, "@@@");
        try {
            return new ObjectMapper().writeValueAsString(changed).replace("\"@@@\"", raw);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** A way in. */
    private record Door(String method, String path, boolean upload) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
