package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.ApplicationTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class FinancialStatementsTest {

    private static final PersonId ACTOR = new PersonId("analyst");
    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    @Autowired
    private FinancialStatements statements;

    @Autowired
    private CreditReports reports;

    @Autowired
    private CustomerRegister register;

    private CustomerId firm;

    @BeforeEach
    void registerAFirm() {
        firm = register.register(RegisterCustomer.masked("某某商贸", "S" + UUID.randomUUID().toString().substring(0, 8)), ACTOR).orElseThrow().id();
    }

    @Test
    void keepsABalancedStatementExactly() {
        statements.record(firm, sheet("1000.01", "400", "600.01"), ACTOR).orElseThrow();

        assertThat(statements.of(firm)).singleElement().satisfies(view -> {
            assertThat(view.status()).isEqualTo(StatementStatus.FINAL);
            assertThat(view.usable()).isTrue();
            assertThat(view.amount(StatementItem.TOTAL_ASSETS)).hasValue(new BigDecimal("1000.01"));
        });
    }

    @Test
    void refusesAnUnbalancedStatementAsFinalAndSaysByHowMuch() {
        assertThat(statements.record(firm, sheet("1000", "400", "590"), ACTOR).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("STATEMENT_UNBALANCED");
            assertThat(refusal.field()).isEqualTo("amounts.TOTAL_ASSETS");
            assertThat(refusal.arguments()).containsEntry("expected", "990").containsEntry("difference", "10");
        });
        assertThat(statements.of(firm)).isEmpty();
    }

    @Test
    void keepsAnUnbalancedDraftUntilItIsExplainedOrCorrected() {
        assertThat(statements.saveDraft(firm, sheet("1000", "400", "590"), ACTOR).orElseThrow().status()).isEqualTo(StatementStatus.UNBALANCED);
        assertThat(statements.of(firm)).noneMatch(StatementView::usable);

        assertThat(statements.explain(firm, END, 12, StatementBasis.AUDITED, "已向会计师核实，差额为暂列款", ACTOR).orElseThrow().usable()).isTrue();

        StatementView corrected = statements.record(firm, sheet("1000", "400", "600"), ACTOR).orElseThrow();
        assertThat(corrected.status()).isEqualTo(StatementStatus.FINAL);
        assertThat(corrected.explanation()).isNull();
        assertThat(statements.of(firm)).hasSize(1);
    }

    @Test
    void refusesPeriodsAmountsAndCurrenciesThatCannotBe() {
        StatementSheet bad = new StatementSheet(LocalDate.of(2999, 12, 31), 13, null, "USD",
                Map.of(StatementItem.CASH, new BigDecimal("-1"), StatementItem.REVENUE, new BigDecimal("1E14"),
                        StatementItem.NET_PROFIT, new BigDecimal("0.001")));

        assertThat(statements.saveDraft(firm, bad, ACTOR).refusals()).extracting(Refusal::code).containsExactlyInAnyOrder(
                "STATEMENT_PERIOD_IN_FUTURE", "STATEMENT_MONTHS", "STATEMENT_BASIS_MISSING", "STATEMENT_CURRENCY_UNSUPPORTED",
                "STATEMENT_AMOUNT_NEGATIVE", "STATEMENT_AMOUNT_TOO_LARGE", "STATEMENT_AMOUNT_TOO_PRECISE");
    }

    @Test
    void putsTheThreeStatementsOfThreeFilesTogether() {
        importCsv("项目,2022年,2023年\n资产总计,900,1000\n负债合计,300,400\n所有者权益合计,600,600\n");
        List<StatementView> views = importCsv("单位：万元\n项目,2022年,2023年\n营业收入,2,3\n");

        assertThat(views).extracting(StatementView::status).containsOnly(StatementStatus.FINAL);
        assertThat(statements.of(firm)).extracting(StatementView::periodEnd).containsExactly(END, END.minusYears(1));
        assertThat(statements.of(firm).get(0).amounts()).containsEntry(StatementItem.REVENUE, new BigDecimal("30000.00"))
                .containsEntry(StatementItem.TOTAL_ASSETS, new BigDecimal("1000.00"));
    }

    @Test
    void storesNothingOfAFileWithOneUnreadableAmount() {
        assertThat(statements.importFile(firm, csv("项目,2022年,2023年\n资产总计,900,x\n"), StatementBasis.AUDITED, false, ACTOR).isDone()).isFalse();
        assertThat(statements.of(firm)).isEmpty();
    }

    @Test
    void aLaterReportsOpeningColumnFillsGapsAndReplacesNothing() {
        importCsv("项目,2022年\n资产总计,900000\n负债合计,300000\n所有者权益合计,600000\n");
        importCsv("资产负债表 2023年12月31日\n项目,期末余额,年初余额\n货币资金,100,80\n资产总计,1000000,950000\n负债合计,400000,350000\n所有者权益合计,600000,600000\n");

        StatementView before = statements.of(firm).get(1);
        assertThat(before.amounts()).containsEntry(StatementItem.TOTAL_ASSETS, new BigDecimal("900000.00")).containsEntry(StatementItem.CASH, new BigDecimal("80.00"));
        assertThat(statements.reconciliation(firm).findings()).filteredOn(finding -> finding.rule().equals("OPENING_BALANCE")).extracting(StatementFinding::item)
                .containsExactly(StatementItem.TOTAL_ASSETS, StatementItem.TOTAL_LIABILITIES);
    }

    @Test
    void asksWhetherTheUnitIsRightBeforeItImportsAnAbsurdJump() {
        importCsv("项目,2022年\n资产总计,9000000\n负债合计,3000000\n所有者权益合计,6000000\n");
        String text = "项目,2023年\n资产总计,1000\n负债合计,400\n所有者权益合计,600\n";

        assertThat(statements.preview(firm, csv(text), StatementBasis.AUDITED).doubts()).extracting(Refusal::code).containsExactly("STATEMENT_UNIT_DOUBTFUL");
        assertThat(statements.importFile(firm, csv(text), StatementBasis.AUDITED, false, ACTOR).refusals()).extracting(Refusal::code)
                .containsExactly("STATEMENT_UNIT_DOUBTFUL");
        assertThat(statements.of(firm)).hasSize(1);
        assertThat(statements.record(firm, sheet("1000", "400", "600"), ACTOR).refusals()).extracting(Refusal::code).containsExactly("STATEMENT_UNIT_DOUBTFUL");
        assertThat(statements.importFile(firm, csv(text), StatementBasis.AUDITED, true, ACTOR).isDone()).isTrue();
    }

    @Test
    void keepsAuditedAndSelfReportedFiguresOfOnePeriodBesideEachOther() {
        statements.record(firm, sheet("1000", "400", "600"), ACTOR).orElseThrow();
        statements.importFile(firm, csv("项目,2023年\n资产总计,1100\n负债合计,400\n所有者权益合计,700\n"), StatementBasis.SELF_REPORTED, false, ACTOR).orElseThrow();

        assertThat(statements.of(firm)).hasSize(2);
        assertThat(statements.reconciliation(firm).comparisons()).singleElement().satisfies(comparison ->
                assertThat(comparison.lines()).extracting(BasisComparison.Line::item).containsExactly(StatementItem.TOTAL_ASSETS, StatementItem.TOTAL_EQUITY));
    }

    @Test
    void keepsACreditReportOnlyWithTheCustomersAuthorisation() {
        assertThat(reports.record(firm, report(" "), ACTOR).refusals()).extracting(Refusal::code).containsExactly("CREDIT_REPORT_NOT_AUTHORISED");

        reports.record(firm, report("授权书 2026-001"), ACTOR).orElseThrow();
        assertThat(reports.latest(firm)).hasValueSatisfying(found -> {
            assertThat(found.outstandingDebt()).isEqualTo(Money.cny("1200000.50"));
            assertThat(found.defaulted()).isFalse();
        });
    }

    private static CreditReport report(String authorisation) {
        return new CreditReport(LocalDate.of(2024, 5, 31), 1, 12, 0, Money.cny("1200000.50"), Money.cny("0"), 2, false, false,
                authorisation, "征信中心");
    }

    private List<StatementView> importCsv(String text) {
        return statements.importFile(firm, csv(text), StatementBasis.AUDITED, false, ACTOR).orElseThrow();
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StatementSheet sheet(String assets, String liabilities, String equity) {
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);
        amounts.put(StatementItem.TOTAL_ASSETS, new BigDecimal(assets));
        amounts.put(StatementItem.TOTAL_LIABILITIES, new BigDecimal(liabilities));
        amounts.put(StatementItem.TOTAL_EQUITY, new BigDecimal(equity));
        return new StatementSheet(END, 12, StatementBasis.AUDITED, "CNY", amounts);
    }
}
