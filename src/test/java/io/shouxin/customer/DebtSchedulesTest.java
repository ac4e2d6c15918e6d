package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** From a file to the totals a rating uses, the way programs go. */
@ApplicationTest
class DebtSchedulesTest {

    private static final String FILE = """
            单位：万元
            贷款银行,合同编号,币种,贷款余额,到期日,保证金,状态
            甲银行,HT-1,人民币,320.5,2025-08-31,20.5,正常
            乙银行,HT-2,新西兰元,10,2026-12-31,,正常
            乙银行,HT-3,人民币,,2023-01-01,,已结清
            """;

    @Autowired
    private DebtSchedules schedules;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private CustomerRegister register;

    @Autowired
    private TestRestTemplate http;

    @Test
    void keepsAScheduleFromAFileWithRatesOfItsDayAndSaysWhatIsMissing() {
        CustomerId firm = register.register(RegisterCustomer.masked("某某纺织", "D" + UUID.randomUUID().toString().substring(0, 8)), new PersonId("rm"))
                .orElseThrow().id();
        String path = "/api/v1/customers/" + firm + "/debt-schedules";
        assertThat(schedules.latest(firm)).isEmpty();

        JsonNode preview = upload(path + "/preview?asOf=2024-12-31").getBody();
        assertThat(preview.at("/recordable").asBoolean()).isTrue();
        assertThat(preview.at("/schedule/debts/1/standing").asText()).isEqualTo("RATE_MISSING");
        assertThat(preview.at("/schedule/complete").asBoolean()).isFalse();
        assertThat(schedules.latest(firm)).as("a preview stores nothing").isEmpty();

        assertThat(rate("2025-01-10", "9")).isEqualTo(HttpStatus.CREATED);
        assertThat(rate("2024-12-30", "4")).isEqualTo(HttpStatus.CREATED);
        assertThat(rate("2024-12-30", "4.1")).isEqualTo(HttpStatus.CREATED);
        assertThat(rate("2024-12-30", "0")).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(upload(path + "/import?asOf=2024-12-31&source=企业提供&documentId=D-1").getStatusCode()).isEqualTo(HttpStatus.CREATED);

        assertThat(schedules.latest(firm)).hasValueSatisfying(kept -> {
            assertThat(kept.complete()).isTrue();
            assertThat(kept.total()).isEqualTo(Money.cny("3410000"));
            assertThat(kept.dueWithinYear()).isEqualTo(Money.cny("3000000"));
            assertThat(kept.debts().get(1).rate().day()).isEqualTo(LocalDate.of(2024, 12, 30));
            assertThat(kept.debts()).extracting(JudgedDebt::standing)
                    .containsExactly(DebtStanding.COUNTED, DebtStanding.COUNTED, DebtStanding.SETTLED);
            assertThat(kept.documentId()).isEqualTo("D-1");
        });
        JsonNode first = http.withBasicAuth("auditor", "shouxin-demo").getForObject(path, JsonNode.class).get(0);
        assertThat(first.at("/total/amount").asText()).isEqualTo("3410000.00");
        assertThat(first.at("/debts/2/standingText").asText()).startsWith("Does not count");
        assertThat(http.withBasicAuth("applicant", "shouxin-demo").getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void theNewestCutOffDateCountsAndAnEmptyScheduleSaysThatNothingIsOwed() {
        CustomerId firm = register.register(RegisterCustomer.masked("某某食品", "D" + UUID.randomUUID().toString().substring(0, 8)), new PersonId("rm"))
                .orElseThrow().id();
        DebtLine line = new DebtLine(1, "甲银行", "HT-1", null, "CNY", null, new BigDecimal("5"), null, LocalDate.of(2030, 1, 1), null, null, null, null);
        schedules.record(firm, new RecordDebtSchedule(LocalDate.of(2024, 6, 30), "征信报告", null, List.of()), new PersonId("analyst")).orElseThrow();
        schedules.record(firm, new RecordDebtSchedule(LocalDate.of(2024, 3, 31), "征信报告", null, List.of(line)), new PersonId("analyst")).orElseThrow();

        assertThat(schedules.latest(firm)).hasValueSatisfying(kept -> assertThat(kept.total()).isEqualTo(Money.cny("0")));
        assertThat(schedules.of(firm)).hasSize(2);
        assertThat(schedules.record(firm, new RecordDebtSchedule(LocalDate.of(2999, 1, 1), " ", null, List.of()), new PersonId("analyst")).refusals())
                .extracting(refusal -> refusal.code()).containsExactly("DEBT_CUT_OFF_DATE", "DEBT_SOURCE_MISSING");
    }

    private HttpStatus rate(String day, String yuan) {
        return HttpStatus.valueOf(http.withBasicAuth("analyst", "shouxin-demo").postForEntity("/api/v1/exchange-rates",
                Map.of("currency", "NZD", "day", day, "yuan", yuan, "source", "人民币汇率中间价"), String.class).getStatusCode().value());
    }

    private ResponseEntity<JsonNode> upload(String path) {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(FILE.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "debts.csv";
            }
        });
        return http.withBasicAuth("analyst", "shouxin-demo").postForEntity(path, form, JsonNode.class);
    }
}
