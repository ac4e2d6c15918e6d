package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.SettledBreach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of breach cases as programs read it: page by page, in the reader's language, and of one's own granting entity. */
@ApplicationTest
@ProcessTest
class BreachCasesOverHttpTest {

    @Autowired private Bank bank;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    @Test
    void theListIsReadPageByPageNewestFirstWithoutLossOrRepetition() {
        ApplicationCase file = bank.anApplication().started();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Two of each moment: their order must not waver between pages.
            opened.add(breach(file, "HQ", Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i / 2 * 60L)));
        }
        opened.sort(Comparator.reverseOrder());
        String own = "/breach-cases?customerId=" + file.customer();
        Browser analyst = program("analyst", "zh-CN");

        List<String> walked = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            Answer answer = get(analyst, own + "&size=2&page=" + page);
            assertThat(answer.json().path("total").asInt()).isEqualTo(7);
            assertThat(answer.json().path("orMore").asBoolean()).isFalse();
            walked.addAll(answer.json().findValuesAsText("id"));
        }
        assertThat(walked).isEqualTo(opened);
        assertThat(get(analyst, own + "&size=2&page=4").json().path("items")).isEmpty();
        assertThat(get(analyst, own + "&size=2&page=2147483647").status()).isEqualTo(200);
        assertThat(get(analyst, own + "&size=-1&page=-1").json().path("items")).hasSize(1);
        assertThat(get(analyst, "/breach-cases?size=100000").json().path("size").asInt()).isEqualTo(200);
        assertThat(get(analyst, "/breach-cases?reference=LC-NONE").json().path("items")).isEmpty();
        assertThat(get(analyst, "/breach-cases?size=200").json().findValuesAsText("id")).containsAll(opened);
    }

    @Test
    void eachReaderReadsTheReasonInHisLanguage() {
        ApplicationCase file = bank.anApplication().started();
        breach(file, "HQ", Instant.parse("2026-03-01T00:00:00Z"));
        String own = "/breach-cases?customerId=" + file.customer();
        JsonNode found = get(program("analyst", "zh-CN"), own).json();
        assertThat(found.findValuesAsText("reason")).containsExactly("违反约定：资产负债率");
        assertThat(found.findValuesAsText("proposalLabel")).containsExactly("减少额度");
        JsonNode inEnglish = get(program("analyst", "en-GB"), own).json();
        assertThat(inEnglish.findValuesAsText("reason")).containsExactly("Not kept: debt ratio");
        assertThat(inEnglish.findValuesAsText("proposalLabel")).containsExactly("lower the limit");
        assertThat(inEnglish.findValuesAsText("outcomeLabel")).doesNotContain("REFUSED");
        jdbc.update("UPDATE breach_cause SET reason_en = NULL WHERE case_id IN (SELECT case_id FROM breach_case WHERE customer_id = ?)", file.customer().value());
        assertThat(get(program("analyst", "en-GB"), own).json().findValuesAsText("reason")).as("what was written before there were two").containsExactly("违反约定：资产负债率");
    }

    @Test
    void anOfficerOfASubsidiaryReadsThoseOfHisEntityOnly() {
        ApplicationCase file = bank.anApplication().started();
        String headOffice = breach(file, "HQ", Instant.parse("2026-03-01T00:00:00Z"));
        String east = breach(file, "EAST", Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(get(program("analyst", "zh-CN"), "/breach-cases?customerId=" + file.customer()).json().findValuesAsText("id")).containsExactly(east, headOffice);
        assertThat(get(program("east-analyst", "zh-CN"), "/breach-cases?customerId=" + file.customer())).satisfies(answer -> {
            assertThat(answer.json().findValuesAsText("id")).containsExactly(east);
            assertThat(answer.json().path("total").asInt()).isEqualTo(1);
        });
        assertThat(get(program(file.applicant(), "zh-CN"), "/breach-cases").status()).isEqualTo(404);
    }

    private String breach(ApplicationCase file, String entity, Instant at) {
        return SettledBreach.of(jdbc, file, entity, at);
    }

    private Answer get(Browser reader, String path) {
        return reader.get(reader.api() + path);
    }

    private Browser program(String person, String language) {
        return Browser.program(port, person, person.matches("t[0-9]+x.*") ? Bank.PASSWORD : "shouxin-demo", language);
    }
}
