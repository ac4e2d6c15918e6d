package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Forms.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.Facts;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workflow.people.SampleFirm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same refusals as programs and Tasklist hear them: a problem with code and field, in the language they asked for. */
@ApplicationTest
@ProcessTest
class RefusalsOverHttpTest {

    @Autowired
    private Bank bank;

    @Autowired
    private Facts facts;

    @LocalServerPort
    private int port;

    @Test
    void aRefusedFormIsAProblemInTheLanguageAskedFor() {
        ApplicationCase file = bank.anApplication().started();
        Task task = file.task("user_complete-application");
        Map<String, Object> form = Forms.application(Forms.facility("-5", List.of()), null);

        Answer chinese = unchanged(() -> program(file.applicant(), "zh-CN").submit(task.getId(), form));
        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.code()).isEqualTo("AMOUNT_NOT_POSITIVE");
        assertThat(chinese.field()).isEqualTo("facilities[0].amount");
        assertThat(chinese.detail()).matches(".*\\p{IsHan}.*").doesNotContain("ENGINE");
        assertThat(chinese.json().path("refusals").path(0).path("help").asText()).matches(".*\\p{IsHan}.*");

        Answer english = unchanged(() -> program(file.applicant(), "en").submit(task.getId(), form));
        assertThat(english.code()).isEqualTo("AMOUNT_NOT_POSITIVE");
        assertThat(english.detail()).doesNotMatch(".*\\p{IsHan}.*").doesNotContain("ENGINE");
        assertThat(file).waitsAt("user_complete-application").hasStatus(ApplicationStatus.DRAFT);
    }

    @Test
    void tasklistHearsTheSameAsAProgram() {
        ApplicationCase file = bank.anApplication().started();
        Task task = file.task("user_complete-application");
        Browser tasklist = tasklist(file.applicant(), "zh-CN");

        Answer refused = unchanged(() -> tasklist.submit(task.getId(), Forms.application(with(Forms.facility("1500000", List.of()), "currency", "USD"), null)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CURRENCY_NOT_OFFERED");
        assertThat(refused.detail()).matches(".*\\p{IsHan}.*");

        assertThat(tasklist.submit(task.getId(), file.applicationForm()).status()).isBetween(200, 204);
        bank.hands.runSteps();
        assertThat(file).waitsAt("user_upload-documents");
    }

    @Test
    void aFormSubmittedTwiceIsToldSo() {
        ApplicationCase file = bank.anApplication().started();
        Task task = file.task("user_complete-application");
        Browser tasklist = tasklist(file.applicant(), "en");
        assertThat(tasklist.submit(task.getId(), file.applicationForm()).status()).isBetween(200, 204);

        Answer again = unchanged(() -> tasklist.submit(task.getId(), file.applicationForm()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("TASK_GONE");
        assertThat(again.detail()).doesNotContain("ENGINE");
        bank.hands.runSteps();
    }

    @Test
    void aTaskOfSomebodyElseIsNotDoneOverHttpEither() {
        ApplicationCase file = bank.anApplication().assessed();
        Task task = file.claim("manager", "user_decide-as-credit-manager");
        Map<String, Object> form = Forms.decision(Verdict.APPROVE, file.proposal().sha256());

        for (String person : List.of("senior", "analyst", "auditor")) {
            Answer refused = unchanged(() -> program(person, "zh-CN").submit(task.getId(), form));
            assertThat(refused.status()).as(person).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("NOT_ALLOWED");
            assertThat(refused.detail()).matches(".*\\p{IsHan}.*");
        }
        assertThat(unchanged(() -> program("admin", "en").submit(task.getId(), form)).code()).isIn("TASK_OF_SOMEONE_ELSE", "ADMINISTRATOR_DOES_NO_BUSINESS");
        assertThat(file).waitsAt("user_decide-as-credit-manager").holdsItsLimit();
    }

    @Test
    void aSmuggledVariableIsRefusedOverHttp() {
        ApplicationCase file = bank.anApplication().offered();
        Task task = file.task("user_answer-offer");
        Browser program = program(file.applicant(), "en");

        Answer refused = unchanged(() -> program.post(program.engine() + "/task/" + task.getId() + "/complete", Map.of("variables", Map.of(
                "submission", Map.of("value", "{\"offerId\":\"" + file.offer().id() + "\",\"answer\":\"ACCEPT\"}", "type", "String"),
                "outcome", Map.of("value", "SIGNED", "type", "String")))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("VARIABLE_NOT_ACCEPTED");

        Answer error = unchanged(() -> program.post(program.engine() + "/task/" + task.getId() + "/bpmnError", Map.of("errorCode", "any")));
        assertThat(error.status()).isEqualTo(422);
        assertThat(error.code()).isEqualTo("NOT_THE_WAY_TO_WORK");
        assertThat(unchanged(() -> program.put(program.engine() + "/task/" + task.getId() + "/variables/outcome",
                Map.of("value", "SIGNED", "type", "String"))).status()).isEqualTo(403);
        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED);
    }

    @Test
    void theCustomerWithdrawsOverHttpAndAStrangerDoesNot() {
        ApplicationCase file = bank.anApplication().assessed();
        ApplicationCase stranger = bank.anApplication().known();
        String path = "/applications/" + file.number() + "/withdrawal";

        Browser other = program(stranger.applicant(), "zh-CN");
        assertThat(unchanged(() -> other.post(other.api() + path, Map.of("reason", "误"))).status()).isEqualTo(404);
        assertThat(unchanged(() -> Browser.visitor(port).post("/api/v1" + path, Map.of())).status()).isEqualTo(401);

        Browser tasklist = tasklist(file.applicant(), "zh-CN");
        Answer withdrawn = tasklist.post(tasklist.api() + path, Map.of("reason", "另有安排"));
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        bank.hands.runSteps();
        assertThat(file).isOver().hasStatus(ApplicationStatus.WITHDRAWN).hasReleasedItsLimit();
    }

    @Test
    void filesOfTheWrongKindOrSizeAreNotTaken() {
        ApplicationCase file = bank.anApplication().submitted();
        Browser program = program(file.applicant(), "zh-CN");
        String path = program.api() + "/applications/" + file.number() + "/documents?kind=";

        assertUploadRefused(program, path + "BUSINESS_LICENCE", "licence.pdf", "MZ this is a program".getBytes(StandardCharsets.UTF_8), "FILE_TYPE_REFUSED");
        assertUploadRefused(program, path + "BUSINESS_LICENCE", "empty.pdf", new byte[0], "FILE_EMPTY");
        byte[] huge = java.util.Arrays.copyOf(ApplicationCase.PDF, 21 * 1024 * 1024);
        assertUploadRefused(program, path + "BUSINESS_LICENCE", "huge.pdf", huge, "FILE_TOO_LARGE");
        assertUploadRefused(program, path + "HOROSCOPE", "a.pdf", ApplicationCase.PDF, "UNKNOWN_DOCUMENT_KIND");
        assertThat(program.upload(path + "BUSINESS_LICENCE", "a.pdf", ApplicationCase.PDF).status()).isEqualTo(201);
    }

    @Test
    void aStatementThatDoesNotBalanceIsNotRecorded() {
        ApplicationCase file = bank.anApplication().known();
        StatementSheet sheet = SampleFirm.statements(2025, 1).get(2);
        Map<String, Object> amounts = new HashMap<>();
        sheet.amounts().forEach((item, amount) -> amounts.put(item.name(), amount.toPlainString()));
        amounts.put(StatementItem.TOTAL_ASSETS.name(), "1");
        Browser program = program("analyst", "zh-CN");

        Answer refused = unchanged(() -> program.put(program.api() + "/customers/" + file.customer() + "/statements",
                Map.of("periodEnd", "2025-12-31", "months", 12, "basis", "AUDITED", "currency", "CNY", "amounts", amounts)));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("STATEMENT_UNBALANCED");
        assertThat(refused.detail()).matches("(?s).*\\p{IsHan}.*");
    }

    private void assertUploadRefused(Browser program, String path, String name, byte[] content, String code) {
        // What was turned away is noted for the auditors.
        Answer refused = unchangedBut("audit_", () -> program.upload(path, name, content));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.detail()).matches(".*\\p{IsHan}.*");
    }

    private Answer unchanged(Supplier<Answer> act) {
        return unchangedBut("nothing", act);
    }

    /** @param noted how the tables begin in which something may be new */
    private Answer unchangedBut(String noted, Supplier<Answer> act) {
        Map<String, List<String>> before = facts.everything();
        Answer answer = act.get();
        Map<String, List<String>> after = facts.everything();
        assertThat(after.keySet().stream().filter(table -> !table.startsWith(noted) && !after.get(table).equals(before.get(table))))
                .as("tables that changed, " + answer.body()).isEmpty();
        return answer;
    }

    private Browser program(String person, String language) {
        return Browser.program(port, person, passwordOf(person), language);
    }

    private Browser tasklist(String person, String language) {
        return Browser.tasklist(port, person, passwordOf(person), language);
    }

    /** Demo people have short names, logins made by tests a number. */
    private static String passwordOf(String person) {
        return person.matches("t[0-9]+x.*") ? Bank.PASSWORD : "shouxin-demo";
    }
}
