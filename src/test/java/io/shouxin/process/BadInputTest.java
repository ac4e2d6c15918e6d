package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Verdict;
import io.shouxin.audit.AuditEntry;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.CaseAssert;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What must not be done is refused in words, changes nothing, and stands in the trail; nobody fills the trail by trying. */
@ApplicationTest
@ProcessTest
class BadInputTest {

    private static final String FIRST = "user_decide-as-credit-manager";

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"decided twice, ALREADY_DECIDED", "on an earlier version of the proposal, PROPOSAL_CHANGED", "after the application was withdrawn, CASE_CLOSED",
        "at a tier that is not his, NOT_IN_TIER"})
    void aDecisionThatMustNotBeIsRefusedNotedAndChangesNothing(String fault, String code) {
        ApplicationCase file = bank.anApplication().of(io.shouxin.testkit.Firm.firm().ofScale(3)).asking("2500000").assessed();
        String officer = fault.equals("at a tier that is not his") ? "senior" : "manager";
        switch (fault) {
            case "decided twice" -> file.decidedBy("manager", Verdict.APPROVE);
            case "after the application was withdrawn" -> file.withdraw();
            default -> { }
        }
        ApprovalCaseView before = approval(file);
        String hash = fault.startsWith("on an earlier") ? "0".repeat(64) : file.proposal().sha256();
        Browser.Answer refused = act(officer, file, Map.of("act", "APPROVE", "proposalHash", hash, "reason", "同意"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.body()).matches("(?s).*\\p{IsHan}.*");
        ApprovalCaseView after = approval(file);
        assertThat(after.decisions()).isEqualTo(before.decisions());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(noted(after.id().value(), "ACT_REFUSED")).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(officer);
            assertThat(entry.detail()).endsWith(refused.code());
        });
    }

    @Test
    void aFormForATaskThatIsGoneIsNotedAtItsCase() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        Task task = file.claim("manager", FIRST);
        String hash = file.proposal().sha256();
        file.withdraw();
        Browser.Answer late = Browser.program(port, "manager", "shouxin-demo", "zh-CN").post("/engine-rest/task/" + task.getId() + "/submit-form",
                Map.of("variables", Map.of("submission", Map.of("value", "{\"verdict\":\"APPROVE\",\"proposalHash\":\"" + hash + "\"}"))));

        assertThat(late.code()).isEqualTo("TASK_GONE");
        CaseAssert.assertThat(file).isOver().hasReleasedItsLimit();
        assertThat(noted(file.number(), "ACT_REFUSED")).extracting(AuditEntry::detail).contains(FIRST + " TASK_GONE");
    }

    @Test
    void whoSignsATextThatWasPrintedAnewMeanwhileIsTold() {
        ApplicationCase file = bank.anApplication().securedBy("MORTGAGE", "上海市浦东新区厂房一处", "6000000").accepted();
        String shown = file.agreement().documentSha256();
        file.letPass(Duration.ofDays(1));
        file.complete("legal", "user_review-agreement", Map.of("approved", true));
        assertThat(file.agreement().documentSha256()).isNotEqualTo(shown);

        assertThat(codesOf(() -> file.complete(file.applicant(), "user_sign-as-customer", Forms.signature(bank.nameOf(file.applicant()), shown))))
                .containsExactly("WRONG_DOCUMENT at documentSha256");
        CaseAssert.assertThat(file).waitsAt("user_sign-as-customer");
        assertThat(file.agreement().signatures()).isEmpty();
        assertThat(noted(file.number(), "ACT_REFUSED")).extracting(AuditEntry::detail).contains("user_sign-as-customer WRONG_DOCUMENT");
    }

    @Test
    void whatIsWrongWithAFieldIsBetweenAPersonAndHisForm() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(codesOf(() -> file.complete("manager", FIRST, Forms.with(Forms.decision(Verdict.DECLINE, file.proposal().sha256()), "reasonCode", null))))
                .isNotEmpty();
        assertThat(noted(approval(file).id().value(), "ACT_REFUSED")).isEmpty();
    }

    @Test
    void twentyRefusalsAnHourAreNotedAndTheLastSaysThatNoMoreAre() {
        ApplicationCase file = bank.anApplication().submitted();
        String kind = bank.documents.checklist(file.number()).orElseThrow().items().get(0).kind();
        bank.engineClock.stopAt(bank.clock.instant());
        for (int attempt = 1; attempt <= 25; attempt++) {
            refusedUpload(file, kind);
        }
        List<AuditEntry> noted = noted(file.number(), "DOCUMENT_REFUSED");
        assertThat(noted).hasSize(20);
        assertThat(noted.get(19).detail()).endsWith("(no more of these are noted within the hour)");
        assertThat(noted.get(18).detail()).doesNotContain("no more");

        bank.engineClock.moveOn(Duration.ofMinutes(61));
        refusedUpload(file, kind);
        assertThat(noted(file.number(), "DOCUMENT_REFUSED")).hasSize(21);
    }

    private void refusedUpload(ApplicationCase file, String kind) {
        assertThat(bank.documents.receive(new ReceiveDocument(file.number(), kind, "营业执照.pdf", "application/pdf", "MZ".getBytes()), new PersonId(file.applicant()))
                .refusals()).isNotEmpty();
        assertThat(bank.documents.of(file.number())).noneMatch(document -> !document.generated());
    }

    private Browser.Answer act(String officer, ApplicationCase file, Map<String, Object> act) {
        return Browser.program(port, officer, "shouxin-demo", "zh-CN").post("/api/v1/approval-cases/" + approval(file).id() + "/acts", act);
    }

    private List<AuditEntry> noted(String subject, String act) {
        return bank.audit.of(subject).stream().filter(entry -> entry.act().equals(act)).toList();
    }

    private static ApprovalCaseView approval(ApplicationCase file) {
        return file.approvals().get(file.approvals().size() - 1);
    }
}
