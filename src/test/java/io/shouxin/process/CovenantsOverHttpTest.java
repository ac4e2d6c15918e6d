package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.ProcessTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Covenants as programs see them: who may see whose, the filters, the file, and a report with wrong values. */
@ApplicationTest
@ProcessTest
class CovenantsOverHttpTest {

    @Autowired private Bank bank;
    @Autowired private CovenantBook book;
    @LocalServerPort private int port;

    @Test
    void everybodySeesWhatIsHisAndNobodyElses() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView ratio = book.tests(file.id()).stream().filter(test -> test.terms().code().equals("DEBT_RATIO")).findFirst().orElseThrow();
        Browser analyst = program("analyst");
        Browser customer = program(file.applicant());
        Browser stranger = program(bank.loginFor(bank.enter(Firm.firm()), "旁人"));

        String own = "/covenants?customerId=" + file.customer();
        assertThat(get(analyst, own).json().findValuesAsText("code")).contains("DEBT_RATIO", "QUARTERLY_STATEMENTS", "NO_NEW_GUARANTEES", "SETTLEMENT_ACCOUNT_OPENED");
        assertThat(get(analyst, own + "&kind=FINANCIAL").json().findValuesAsText("asked")).containsExactly("资产负债率不高于 75.00%");
        assertThat(get(analyst, own + "&state=OVERDUE").json().path("items")).isEmpty();
        assertThat(get(analyst, own + "&state=NO_SUCH").code()).isEqualTo("COVENANT_STATE_UNKNOWN");
        assertThat(get(analyst, own + "&facilityId=F-1999-000001").json().path("items")).isEmpty();
        assertThat(get(analyst, own + "&facilityId=" + bank.facilities.of(file.id()).get(0).id()).json().findValuesAsText("code")).contains("DEBT_RATIO");
        assertThat(get(customer, "/covenants").json().findValuesAsText("code")).contains("DEBT_RATIO").doesNotContain("SETTLEMENT_ACCOUNT_OPENED");
        assertThat(get(stranger, "/covenants").json().path("items")).isEmpty();
        assertThat(get(stranger, "/covenants/" + ratio.covenant().id() + "/tests").status()).isEqualTo(404);
        assertThat(get(stranger, "/covenant-tests/" + ratio.id()).status()).isEqualTo(404);
        assertThat(get(customer, "/breach-cases").status()).isEqualTo(404);
        assertThat(get(analyst, "/covenants/" + ratio.covenant().id() + "/tests").json().path(0).path("undefined").asText()).isEqualTo("STATEMENT_MISSING");
        assertThat(get(analyst, "/covenants.csv?customerId=" + file.customer()).body()).startsWith("\uFEFF客户编号,客户,约定").contains("资产负债率不高于 75.00%");

        String report = "/covenant-tests/" + ratio.id() + "/report";
        assertThat(post(customer, report, Map.of("value", "0.1234567", "remark", "按管理报表计算")).code()).isEqualTo("REPORTED_MALFORMED");
        assertThat(post(customer, report, Map.of("value", "0.6")).code()).isEqualTo("EVIDENCE_NEEDED");
        assertThat(post(customer, report, Map.of("value", "0.6", "evidence", "D-1999-000001")).code()).isEqualTo("EVIDENCE_UNKNOWN");
        assertThat(post(customer, report, Map.of("value", "0.6", "remark", "字".repeat(1001))).code()).isEqualTo("REMARK_TOO_LONG");
        assertThat(post(program("auditor"), report, Map.of("value", "0.6", "remark", "按管理报表计算")).status()).isEqualTo(403);
        assertThat(post(stranger, report, Map.of("value", "0.6", "remark", "按管理报表计算")).status()).isEqualTo(404);
        assertThat(book.test(ratio.id()).orElseThrow().reported()).as("nothing of it was kept").isNull();
        assertThat(post(customer, report, Map.of("value", "0.6", "remark", "按管理报表计算")).json().path("reportedText").asText()).isEqualTo("60.00%");
    }

    @Test
    void theListIsReadPageByPageWithoutLossOrRepetition() {
        ApplicationCase file = bank.anApplication().active();
        Browser analyst = program("analyst");
        String own = "/covenants?customerId=" + file.customer();
        List<String> all = get(analyst, own).json().findValuesAsText("id");
        assertThat(all).hasSizeGreaterThan(4);

        List<String> walked = new ArrayList<>();
        for (int page = 0; page <= (all.size() - 1) / 2; page++) {
            Answer answer = get(analyst, own + "&size=2&page=" + page);
            assertThat(answer.json().path("total").asInt()).isEqualTo(all.size());
            assertThat(answer.json().path("orMore").asBoolean()).isFalse();
            walked.addAll(answer.json().findValuesAsText("id"));
        }
        assertThat(walked).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(get(analyst, own).json().findValuesAsText("testOn")).isSorted();
        assertThat(get(analyst, own + "&size=2&page=99").json().path("items")).isEmpty();
        assertThat(get(analyst, own + "&size=2&page=2147483647").status()).isEqualTo(200);
        assertThat(get(analyst, own + "&state=PLANNED&kind=CONDITION").json().findValuesAsText("kind")).isNotEmpty().containsOnly("CONDITION");
        assertThat(get(analyst, own + "&state=MET").json().path("total").asInt()).isZero();
        assertThat(get(program("east-analyst"), own).status()).as("another entity's customer").isEqualTo(404);
        assertThat(get(program("east-analyst"), "/covenants?size=200").json().findValuesAsText("customerId")).doesNotContain(file.customer().value());
    }

    private Answer get(Browser reader, String path) {
        return reader.get(reader.api() + path);
    }

    private Answer post(Browser writer, String path, Object body) {
        return writer.post(writer.api() + path, body);
    }

    private Browser program(String person) {
        return Browser.program(port, person, person.matches("t[0-9]+x.*") ? Bank.PASSWORD : "shouxin-demo", "zh-CN");
    }
}
