package io.shouxin.receipt;

import static io.shouxin.testkit.Firm.firm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the bank declines without asking approvers has its receipt too: by which rule, on which facts. */
@ApplicationTest
@ProcessTest
class ReceiptWithoutApproversTest {

    @Autowired
    private Bank bank;

    @Autowired
    private ReceiptDesk receipts;

    @Autowired
    private ReceiptCheck check;

    @Autowired
    private DecisionProof proof;

    @Autowired
    private ReceiptPrinter printer;

    @Autowired
    private Receipts kept;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFirmTheFirstScreeningExcludesIsToldByWhichRuleOnWhichFact() throws Exception {
        ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).submitted();
        ReceiptView receipt = receipts.on(file.id()).orElseThrow();
        JsonNode content = ReceiptFile.read(receipt.file()).content();

        assertThat(receipt.decision()).isEqualTo(file.number());
        assertThat(ReceiptVerifier.verify(receipt.file(), Optional.empty())).satisfies(found -> {
            assertThat(found.problems()).isEmpty();
            assertThat(found.decision()).isEqualTo(file.number());
            assertThat(found.status()).isEqualTo("DECLINED");
        });
        assertThat(check.differences(receipt)).isEmpty();
        assertThat(content.path("case").path("reasonCodes")).extracting(JsonNode::asText).containsExactly("OVERDUE_OVER_90_DAYS");
        assertThat(content.path("evaluations").findValuesAsText("policy")).contains("knock-out");
        assertThat(content.path("evaluations").findValuesAsText("row")).contains("knock_out_overdue_over_90_days");
        assertThat(content.path("screening").path("rules").findValuesAsText("result")).contains("EXCLUDES");
        assertThat(content.path("rating").path("knockedOut").asBoolean()).isTrue();
        assertThat(content.path("audit").path("chains")).hasSize(1);
        assertThat(content.path("audit").path("chains").findValuesAsText("act")).contains("APPLICATION_SUBMITTED", "APPLICATION_SCREENED", "APPLICATION_DECLINED");
        assertThat(content.path("records").findValuesAsText("table")).contains("credit_application", "screening", "rating", "policy_evaluation")
                .doesNotContain("approval_case", "approval_decision");
        assertThat(content.has("decisions")).isFalse();
    }

    @Test
    void aKnockOutAfterThePapersATooSmallLimitAndAnUnqualifiedFirmHaveOneToo() throws Exception {
        ApplicationCase knockedOut = bank.anApplication().of(firm().withoutCreditReport()).withDocuments();
        bank.report(knockedOut.customer(), knockedOut.firm().overdueToday(120));
        knockedOut.assessed();
        ApplicationCase unqualified = bank.anApplication().withDocuments()
                .complete("analyst", "user_enter-data", Map.of()).complete("analyst", "user_assess-qualification", Forms.qualification("UNQUALIFIED", "WEAK"));
        ApplicationCase indebted = bank.anApplication().of(firm().owing("900000000")).assessed();

        assertThat(reasonsOf(knockedOut)).containsExactly("OVERDUE_OVER_90_DAYS");
        assertThat(reasonsOf(indebted)).containsExactly("NO_LIMIT_DEBT_CAPACITY");
        assertThat(ReceiptFile.read(receipts.on(indebted.id()).orElseThrow().file()).content().path("limit").path("binding").asText()).isEqualTo("DEBT_CAPACITY");
        assertThat(reasonsOf(unqualified)).containsExactly("NOT_QUALIFIED");
    }

    @Test
    void anAgreementTheBankDoesNotConcludeIsADecisionBesideTheApproval() throws Exception {
        ApplicationCase file = bank.anApplication().securedBy("MORTGAGE", "上海市浦东新区厂房一处", "6000000").accepted();
        ReceiptView approved = receipts.on(file.id()).orElseThrow();
        assertThat(approved.decision()).isEqualTo(file.approvals().get(0).id().value());
        file.complete("legal", "user_review-agreement", Map.of("approved", false, "reason", "抵押物权属存疑"));
        ReceiptView declined = receipts.on(file.id()).orElseThrow();

        assertThat(declined.decision()).isEqualTo(file.number());
        assertThat(ReceiptFile.read(declined.file()).content().path("case").path("remark").asText()).contains("抵押物权属存疑");
        assertThat(ReceiptFile.read(declined.file()).content().path("proposal").path("sha256").asText()).isEqualTo(file.proposal().sha256());
        assertThat(check.differences(approved)).isEmpty();
        assertThat(check.differences(declined)).isEmpty();
    }

    @Test
    void whatIsNotDecidedByTheBankHasNone() {
        ApplicationCase open = bank.anApplication().submitted();
        ApplicationCase withdrawn = bank.anApplication().submitted().withdraw();

        assertThat(receipts.on(open.id()).refusals()).extracting("code").containsExactly("NOT_DECIDED_YET");
        assertThat(receipts.on(withdrawn.id()).refusals()).extracting("code").containsExactly("NOT_DECIDED_YET");
        assertThat(receipts.on(new ApplicationId("CA-1999-000001")).refusals()).extracting("code").containsExactly("CASE_UNKNOWN");
    }

    @Test
    void whateverIsChangedAfterTheEndIsFound() {
        ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).submitted();
        ReceiptView receipt = receipts.on(file.id()).orElseThrow();

        for (String column : List.of("closing_reasons = 'NOT_QUALIFIED'", "closed_at = '2020-01-01 00:00:00'", "status = 'WITHDRAWN'", "made_by = 'somebody'")) {
            String name = column.split(" ")[0];
            Object before = jdbc.sql("SELECT " + name + " FROM credit_application WHERE application_id = ?").param(file.number()).query().singleValue();
            jdbc.sql("UPDATE credit_application SET " + column + " WHERE application_id = ?").param(file.number()).update();
            assertThat(proof.run().findings()).as(column).anyMatch(finding -> finding.what().contains(receipt.number()));
            jdbc.sql("UPDATE credit_application SET " + name + " = ? WHERE application_id = ?").params(before, file.number()).update();
        }
        assertThat(check.differences(receipt)).isEmpty();
    }

    @Test
    void theNightIssuesWhatWasMissed() {
        ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).submitted();
        assertThat(kept.newest(file.number())).isEmpty();
        receipts.issueMissed(bank.clock.instant().minus(Duration.ofHours(1)), bank.clock.instant().plusSeconds(1));
        ReceiptView issued = kept.newest(file.number()).orElseThrow();
        receipts.issueMissed(bank.clock.instant().minus(Duration.ofHours(1)), bank.clock.instant().plusSeconds(1));

        assertThat(kept.newest(file.number()).orElseThrow().edition()).isEqualTo(issued.edition()).isEqualTo(1);
    }

    @Test
    void thePaperNamesTheReasonAndCarriesTheReceipt() throws Exception {
        ReceiptView receipt = receipts.on(bank.anApplication().of(firm().overdueToday(120)).submitted().id()).orElseThrow();
        byte[] pdf = printer.print(receipt);

        assertThat(ReceiptVerifier.verify(pdf, Optional.empty()).problems()).isEmpty();
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", "")).contains("已拒绝", "二、拒绝依据", "四、事实与来源", "五、命中的政策规则", "当前逾期超过90天", "未经审批人表决", "因否决规则未予评分", "当前逾期天数=120", "年度财务报表已核实经审计")
                    .doesNotContain("审批人及权限");
        }
    }

    private List<String> reasonsOf(ApplicationCase file) throws ReceiptFile.Unreadable {
        ReceiptView receipt = receipts.on(file.id()).orElseThrow();
        assertThat(check.differences(receipt)).isEmpty();
        assertThat(receipt.decision()).isEqualTo(file.number());
        return StreamSupport.stream(ReceiptFile.read(receipt.file()).content().path("case").path("reasonCodes").spliterator(), false)
                .map(JsonNode::asText).toList();
    }
}
