package io.shouxin.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Verdict;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.Limits;
import io.shouxin.testkit.ProcessTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receipt of a decision says everything it rested on, and whatever of it is changed afterwards is found. */
@ApplicationTest
@ProcessTest
class ReceiptInApplicationTest {

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
    private JdbcClient jdbc;

    @Autowired
    private ExchangeRates rates;

    @Test
    void theReceiptTellsTheWholeDecision() throws Exception {
        ApplicationCase file = bank.anApplication().asking("4000000").offered();
        ReceiptView receipt = receipts.of(approvalOf(file)).orElseThrow();
        JsonNode content = ReceiptFile.read(receipt.file()).content();

        assertThat(ReceiptVerifier.verify(receipt.file(), Optional.empty()).problems()).isEmpty();
        assertThat(check.differences(receipt)).isEmpty();
        assertThat(content.path("decisions")).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.path("name").asText()).isNotEmpty();
            assertThat(decision.path("proposalHash").asText()).isEqualTo(file.proposal().sha256());
        });
        assertThat(content.path("authority").findValuesAsText("policy")).contains("approval-authority");
        assertThat(content.path("evaluations").findValuesAsText("policy")).contains("knock-out", "grade-scale");
        assertThat(content.path("rating").path("waterfall")).isNotEmpty();
        assertThat(content.path("rating").path("facts")).isNotEmpty();
        assertThat(content.path("limit").path("constraints").findValuesAsText("binding")).contains("true");
        assertThat(content.path("ledger").findValuesAsText("verb")).containsExactly("RESERVE");
        assertThat(content.path("audit").path("chains").findValuesAsText("act")).contains("APPLICATION_SUBMITTED", "PROPOSAL_FROZEN", "APPROVAL_APPROVE");
        assertThat(content.path("records").findValuesAsText("table")).contains("approval_case", "approval_decision", "credit_application",
                "credit_proposal", "screening", "rating", "policy_evaluation", "limit_entry", "limit_reservation", "document", "document_content");
    }

    @Test
    void askedAgainTheSameReceiptIsAnswered() {
        ApprovalCaseId approval = approvalOf(bank.anApplication().offered());

        assertThat(receipts.of(approval).orElseThrow().file()).isEqualTo(receipts.of(approval).orElseThrow().file());
    }

    @Test
    void anOpenCaseHasNoReceipt() {
        ApplicationCase file = bank.anApplication().asking("4000000").assessed();

        assertThat(receipts.of(approvalOf(file)).refusals()).extracting("code").containsExactly("NOT_DECIDED_YET");
        assertThat(receipts.of(new ApprovalCaseId("AC-1999-000001")).refusals()).extracting("code").containsExactly("CASE_UNKNOWN");
    }

    @Test
    void aDeclinedAndAReturnedCaseHaveReceiptsToo() {
        ApplicationCase declined = bank.anApplication().asking("4000000").decidedBy("manager", Verdict.DECLINE);
        ApplicationCase returned = bank.anApplication().asking("4000000").decidedBy("manager", Verdict.RETURN);

        assertThat(check.differences(receipts.of(approvalOf(declined)).orElseThrow())).isEmpty();
        assertThat(check.differences(receipts.of(approvalOf(returned)).orElseThrow())).isEmpty();
    }

    @Test
    void afterAReturnTheReceiptOfTheFirstRoundStillHolds() {
        ApplicationCase file = bank.anApplication().asking("4000000").decidedBy("manager", Verdict.RETURN);
        ReceiptView first = receipts.of(approvalOf(file)).orElseThrow();
        file.assessed();
        file.offered();

        assertThat(check.differences(first)).isEmpty();
    }

    @Test
    void withTheFacilitiesASecondEditionTellsTheContract() throws Exception {
        ApplicationCase file = bank.anApplication().asking("4000000").offered();
        ReceiptView first = receipts.of(approvalOf(file)).orElseThrow();
        file.active();
        ReceiptView second = receipts.of(approvalOf(file)).orElseThrow();
        JsonNode content = ReceiptFile.read(second.file()).content();

        assertThat(second.edition()).isEqualTo(2);
        assertThat(content.path("receipt").path("follows").asText()).isEqualTo(first.sha256());
        assertThat(content.path("contract").path("documentSha256").asText()).isEqualTo(file.agreement().documentSha256());
        assertThat(content.path("contract").path("signatures")).hasSize(2);
        assertThat(content.path("ledger").findValuesAsText("verb")).containsExactly("RESERVE", "CONFIRM");
        assertThat(check.differences(first)).isEmpty();
        assertThat(check.differences(second)).isEmpty();
    }

    @Test
    void whateverIsChangedInADecidedCaseIsFound() {
        ApplicationCase file = bank.anApplication().asking("4000000").active();
        ReceiptView receipt = receipts.of(approvalOf(file)).orElseThrow();
        assertThat(receipt.edition()).isEqualTo(1);
        assertThat(receipts.of(approvalOf(file)).orElseThrow().edition()).as("it tells the contract already").isEqualTo(1);
        assertThat(proof.run().findings()).noneMatch(finding -> finding.what().contains(receipt.number()));
        String application = "application_id = '" + file.number() + "'";
        String approval = "case_id = '" + receipt.decision() + "'";
        String rating = "rating_id = '" + file.proposal().ratingId() + "'";

        List.of(
                "credit_application SET requested_amount = requested_amount + 1 WHERE " + application,
                "credit_application SET form = REPLACE(form, '4000000', '5000000') WHERE " + application,
                "credit_application SET assessment = REPLACE(assessment, 'STRONG', 'WEAK') WHERE " + application,
                "credit_application SET assessed_by = 'somebody' WHERE " + application,
                "credit_proposal SET amount = amount + 1 WHERE " + application,
                "credit_proposal SET content = REPLACE(content, 'LENDING', 'LENDINg') WHERE " + application,
                "rating SET score = score - 1 WHERE " + rating,
                "rating SET grade = 'POOR' WHERE " + rating,
                "rating SET body = CONCAT(body, ' ') WHERE " + rating,
                "rating SET evidence = CONCAT(evidence, ' ') WHERE " + rating,
                "approval_case SET amount = amount - 1 WHERE " + approval,
                "approval_case SET exposure = exposure + 1 WHERE " + approval,
                "approval_case SET made_by = 'rm' WHERE " + approval,
                "approval_decision SET officer = 'somebody' WHERE " + approval + " AND tier = 'CREDIT_MANAGER'",
                "approval_decision SET remark = '另有意见' WHERE " + approval + " AND tier = 'CREDIT_MANAGER'",
                "approval_decision SET decided_at = '2020-01-01 00:00:00' WHERE " + approval + " AND tier = 'CREDIT_MANAGER'",
                "policy_evaluation SET matched_rows = CONCAT(matched_rows, ' ') WHERE subject = '" + receipt.decision() + "'",
                "policy_evaluation SET given_inputs = CONCAT(given_inputs, ' ') WHERE subject = '" + file.number() + "' AND policy_key = 'knock-out'",
                "screening SET rules = CONCAT(rules, ' ') WHERE subject = '" + file.number() + "'",
                "limit_entry SET actor = 'somebody' WHERE command_key = '" + file.proposal().proposalId() + "'",
                "limit_entry SET reserved_change = reserved_change + 1 WHERE command_key = '" + file.proposal().proposalId() + "'",
                "limit_entry SET committed_change = committed_change + 1 WHERE command_key = '" + file.number() + "/activate'",
                "limit_reservation SET expires_on = '2099-01-01' WHERE subject = '" + file.number() + "'",
                "document SET file_name = 'x.pdf' WHERE document_id = '" + file.agreement().document() + "'",
                "document SET sha256 = REPEAT('a', 64) WHERE document_id = '" + file.agreement().document() + "'",
                "document_content SET content = X'255044462D' WHERE document_id = '" + file.agreement().document() + "'",
                "agreement SET terms_hash = 'x' WHERE " + application,
                "agreement SET terms = CONCAT(terms, ' ') WHERE " + application,
                "agreement SET signatures = CONCAT(signatures, ' ') WHERE " + application,
                "offer SET terms = CONCAT(terms, ' ') WHERE " + application,
                "facility SET amount = amount + 1 WHERE " + application,
                "audit_entry SET actor = 'somebody' WHERE subject = '" + file.number() + "' AND act = 'APPLICATION_SUBMITTED'",
                "decision_receipt SET content = REPLACE(content, 'APPROVE', 'DECLINE') WHERE " + approval,
                "decision_receipt SET sha256 = 'x' WHERE " + approval).forEach(change -> tampered(change, receipt));
        assertThat(proof.run().findings()).noneMatch(finding -> finding.what().contains(receipt.number()));
    }

    /** Changes something, wants it found with its table named, and puts it back. */
    private void tampered(String change, ReceiptView receipt) {
        String table = change.split(" ")[0];
        String where = change.substring(change.indexOf(" WHERE "));
        jdbc.sql("CREATE TABLE tampered AS SELECT * FROM " + table + where).update();
        try {
            assertThat(jdbc.sql("UPDATE " + change).update()).as(change).isPositive();
            assertThat(proof.run().findings()).as(change).anyMatch(finding -> finding.what().contains(receipt.number())
                    && (finding.what().contains(table) || table.equals("decision_receipt"))
                    || table.equals("audit_entry") && where.contains("'" + finding.subject() + "'"));
        } finally {
            String column = change.split(" ")[2];
            String key = jdbc.sql("SELECT column_name FROM information_schema.key_column_usage WHERE table_name = '" + table.toUpperCase(java.util.Locale.ROOT)
                    + "' AND constraint_name LIKE 'PK_%' ORDER BY ordinal_position LIMIT 1").query(String.class).single();
            jdbc.sql("UPDATE " + table + " SET " + column + " = (SELECT t." + column + " FROM tampered t WHERE t." + key + " = " + table + "." + key + ") WHERE "
                    + key + " IN (SELECT " + key + " FROM tampered)").update();
            jdbc.sql("DROP TABLE tampered").update();
        }
    }

    @Test
    void aRowThatIsGoneOrPutInIsFoundToo() {
        ApplicationCase file = bank.anApplication().asking("4000000").offered();
        ReceiptView receipt = receipts.of(approvalOf(file)).orElseThrow();
        jdbc.sql("INSERT INTO approval_decision (case_id, tier, officer, verdict, reason_code, remark, subject_hash, decided_at) "
                + "VALUES (?, 'COMMITTEE', 'committee1', 'APPROVE', '', '', 'x', '2026-01-01 00:00:00')").param(receipt.decision()).update();
        assertThat(check.differences(receipt)).anyMatch(found -> found.contains("approval_decision") && found.contains("put in"));
        jdbc.sql("DELETE FROM approval_decision WHERE case_id = ?").param(receipt.decision()).update();
        assertThat(check.differences(receipt)).anyMatch(found -> found.contains("approval_decision") && found.contains("is gone"));
        jdbc.sql("DELETE FROM decision_receipt WHERE case_id = ?").param(receipt.decision()).update();
        assertThat(proof.run().findings()).anyMatch(finding -> finding.what().contains(receipt.number()) && finding.what().contains("the receipt is gone"));
        jdbc.sql("DELETE FROM audit_entry WHERE subject = ?").param(receipt.decision()).update();
    }

    @Test
    void thePaperCarriesTheReceipt() {
        ReceiptView receipt = receipts.of(approvalOf(bank.anApplication().asking("4000000").active())).orElseThrow();
        byte[] pdf = printer.print(receipt);

        assertThat(ReceiptVerifier.verify(pdf, Optional.empty()).problems()).isEmpty();
        assertThat(ReceiptVerifier.verify(pdf, Optional.empty()).number()).isEqualTo(receipt.number());
        assertThat(printer.print(receipt)).as("the same receipt gives the same paper").isEqualTo(pdf);
    }

    @Test
    void whatWasDecidedInAForeignCurrencyTellsTheRate() throws Exception {
        rates.record(new ExchangeRate("USD", bank.clock.today(), new BigDecimal("7.10"), "测试"), new PersonId("analyst")).orElseThrow();
        ApplicationCase firm = Limits.inDollars(bank, "500000", "400000");
        LimitCase change = LimitCase.change(firm, "analyst", LimitCase.form(firm, "INCREASE", "600000")).approved();
        ReceiptView receipt = receipts.of(bank.approvals.history("limit-adjustment", change.number()).get(0).id()).orElseThrow();

        assertThat(ReceiptFile.read(receipt.file()).content().path("case").path("amount").asText()).isEqualTo("710000.00");
        assertThat(paper(printer.print(receipt))).contains("710,000.00").contains("按1USD=7.1元（" + bank.clock.today() + "）折算");
        jdbc.sql("UPDATE limit_change SET rate = 7.2 WHERE change_id = ?").param(change.number()).update();
        assertThat(check.differences(receipt)).singleElement().asString().contains("rate was 7.1, is 7.2");
        jdbc.sql("UPDATE limit_change SET rate = 7.1 WHERE change_id = ?").param(change.number()).update();
    }

    /** What is printed, without blanks. */
    private static String paper(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static ApprovalCaseId approvalOf(ApplicationCase file) {
        List<ApprovalCaseView> all = file.approvals();
        return all.get(all.size() - 1).id();
    }
}
