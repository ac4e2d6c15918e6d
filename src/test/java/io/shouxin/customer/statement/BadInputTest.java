package io.shouxin.customer.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.ImportPreview.Reading;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way a statement file goes wrong has a treatment that is defined and shown: refused, or imported with a warning. */
class BadInputTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "empty file|''|STATEMENT_FILE_EMPTY", "no figures|项目,2023年@货币资金,@|STATEMENT_FILE_WITHOUT_FIGURES",
        "no date anywhere|资产负债表@项目,金额@货币资金,1|STATEMENT_DATE_MISSING", "second quarter alone|项目,2024年第二季度@营业收入,1|STATEMENT_PERIOD_UNKNOWN",
        "second half alone|项目,2024年下半年@营业收入,1|STATEMENT_PERIOD_UNKNOWN", "third quarter alone|项目,2024Q3@营业收入,1|STATEMENT_PERIOD_UNKNOWN",
        "a period twice|项目,2023年,2023-12-31@货币资金,1,2|STATEMENT_PERIOD_TWICE", "closing column twice|2023年12月31日@项目,期末余额,年末数@货币资金,1,1|STATEMENT_PERIOD_TWICE",
        "a row twice, otherwise|项目,2023年@货币资金,1@货币资金,2|STATEMENT_ITEM_TWICE", "letters|项目,2023年@货币资金,约5万|STATEMENT_AMOUNT_MALFORMED",
        "per cent|项目,2023年@货币资金,5%|STATEMENT_AMOUNT_MALFORMED", "spreadsheet's error|项目,2023年@货币资金,#REF!|STATEMENT_AMOUNT_MALFORMED",
        "digits lost by a spreadsheet|项目,2023年@货币资金,1.23E+08|STATEMENT_AMOUNT_MALFORMED", "two signs|项目,2023年@货币资金,(-5)|STATEMENT_AMOUNT_MALFORMED",
        "open bracket|项目,2023年@净利润,(5|STATEMENT_AMOUNT_MALFORMED", "wrong separators|项目,2023年@货币资金,\"12,34\"|STATEMENT_AMOUNT_MALFORMED",
        "two units|单位：元@项目,2023年@单位：万元@货币资金,5|STATEMENT_UNITS_CONTRADICT", "unknown unit|计量单位：担@项目,2023年@货币资金,5|STATEMENT_UNIT_UNKNOWN",
        "foreign currency|单位：万美元@项目,2023年@货币资金,5|STATEMENT_CURRENCY_UNSUPPORTED"})
    void refusesWhatItCannotRelyOn(String what, String text, String code) {
        assertThat(csv(text).problems()).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "a row twice, the same|项目,2023年@货币资金,1@货币资金,1|STATEMENT_ITEM_REPEATED", "an empty column|项目,2022年,2023年@货币资金,,1|STATEMENT_COLUMN_EMPTY",
        "a year missing|项目,2021年,2023年@货币资金,1,1|STATEMENT_YEAR_MISSING",
        "the month alone|利润表 2024年6月@项目,本期金额,本年累计金额@营业收入,1,6|STATEMENT_COLUMN_LEFT_OUT"})
    void warnsOfWhatItLeavesOut(String what, String text, String code) {
        ImportPreview preview = csv(text);

        assertThat(preview.importable()).isTrue();
        assertThat(preview.warnings()).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(1,234.50)|-1234.50", "（５）|-5.00", "１２３|123.00", "－5|-5.00", "￥5|5.00", "1 234|1234.00", "0|0.00",
        "-|", "—|", "––|", "|", "无|", "不适用|", "N/A|"})
    void readsAmountsAsBookkeepersWriteThemAndADashAsNothing(String cell, BigDecimal yuan) {
        ImportPreview preview = csv("项目,2023年\n净利润,\"" + (cell == null ? "" : cell) + "\"\n营业收入,1\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.sheets().get(0).amount(StatementItem.NET_PROFIT).orElse(null)).isEqualTo(yuan);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"货币资金|NAME|", "现金及银行存款|SYNONYM|", "流动资产：|NO_AMOUNT|", "基本每股收益|PER_SHARE|", "减：累计折旧|DETAIL|",
        "短期银行借款|UNKNOWN|SHORT_TERM_BORROWINGS", "神秘事项|UNKNOWN|"})
    void saysHowItUnderstoodARow(String label, Reading reading, StatementItem suggestion) {
        ImportPreview preview = csv("项目,2023年\n资产总计,100\n" + label + "," + (reading == Reading.NO_AMOUNT ? "" : "5") + "\n");

        assertThat(preview.rows().get(1).reading()).isEqualTo(reading);
        assertThat(preview.rows().get(1).suggestion().orElse(null)).isEqualTo(suggestion);
    }

    @Test
    void takesDepreciationFromTheSupplementAndNothingTwice() {
        ImportPreview preview = csv("项目,2023年\n净利润,10\n补充资料,\n净利润,10\n加：固定资产折旧、油气资产折耗、生产性生物资产折旧,4\n无形资产摊销,1\n货币资金的期末余额,7\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.warnings()).isEmpty();
        assertThat(preview.sheets().get(0).amounts()).containsOnlyKeys(StatementItem.NET_PROFIT, StatementItem.DEPRECIATION,
                StatementItem.AMORTISATION_OF_INTANGIBLES);
        assertThat(preview.rows()).extracting(ImportPreview.Row::reading).containsSequence(Reading.SUPPLEMENT, Reading.SUPPLEMENT, Reading.NAME);
    }

    @Test
    void readsTheAgeingOfReceivablesAndNotThatOfOtherClaims() {
        ImportPreview preview = csv("2023年12月31日\n项目,期末余额\n应收账款账龄,\n1年以内,70\n1至2年,20\n2至3年,6\n3年以上,4\n其他应收款账龄,\n1年以内,99\n受限资金,5\n对外担保余额,300\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.sheets().get(0).amounts()).hasSize(6).containsEntry(StatementItem.RECEIVABLES_WITHIN_1_YEAR, new BigDecimal("70.00"))
                .containsEntry(StatementItem.GUARANTEES_GIVEN, new BigDecimal("300.00"));
    }

    @Test
    void keepsWhatAReportTellsOfTheYearBeforeApartFromThatYearsOwnFigures() {
        ImportPreview preview = csv("资产负债表 2023年12月31日\n项目,期末余额,上年年末余额\n货币资金,5,4\n");

        assertThat(preview.sheets().get(0).comparatives()).containsEntry(StatementItem.CASH, new BigDecimal("4.00"));
        assertThat(preview.sheets().get(1).retold()).containsExactly(StatementItem.CASH);
        assertThat(preview.periods()).extracting(ImportPreview.Period::comparative).containsExactly(false, true);
    }

    @Test
    void takesTheYearsOwnFigureWhereTheFileTellsItTwice() {
        ImportPreview preview = csv("资产负债表 2023年12月31日\n项目,期末余额,上年年末余额,项目,2022年\n货币资金,5,4,货币资金,4.5\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.sheets().get(1).amount(StatementItem.CASH)).contains(new BigDecimal("4.50"));
        assertThat(preview.sheets().get(1).retold()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12000|10,000", "1200|1,000", "0.0012|1,000", "0.00008|10,000", "400|", "1.2|", "0|"})
    void asksWhetherTheUnitIsRightWhenFiguresJump(BigDecimal times, String step) {
        StatementSheet before = sheet(2022, Map.of(StatementItem.TOTAL_ASSETS, new BigDecimal("1000000")));
        StatementSheet now = sheet(2023, Map.of(StatementItem.TOTAL_ASSETS, new BigDecimal("1000000").multiply(times)));

        assertThat(UnitDoubt.of(now, List.of(before, now)).map(doubt -> doubt.arguments().get("step")).orElse(null)).isEqualTo(step);
    }

    @Test
    void asksWhetherTheUnitIsRightWhenTwoStatementsOfAPeriodDoNotMatch() {
        StatementSheet now = sheet(2023, Map.of(StatementItem.TOTAL_ASSETS, new BigDecimal("60000000"), StatementItem.REVENUE, new BigDecimal("5500")));

        assertThat(UnitDoubt.of(now, List.of())).hasValueSatisfying(doubt -> assertThat(doubt.code()).isEqualTo("STATEMENT_UNIT_DOUBTFUL"));
    }

    @ParameterizedTest
    @CsvSource({"CASH", "NOTES_PAYABLE", "RESTRICTED_CASH", "GUARANTEES_GIVEN", "RECEIVABLES_OVER_3_YEARS"})
    void refusesANegativeAmountWhereNoneCanBe(StatementItem item) {
        assertThat(SheetCheck.refusalsOf(sheet(2023, Map.of(item, new BigDecimal("-1"))), TODAY)).extracting(Refusal::code)
                .containsExactly("STATEMENT_AMOUNT_NEGATIVE");
    }

    @Test
    void takesALossForANegativeAmount() {
        Stream.of(StatementItem.NET_PROFIT, StatementItem.UNDISTRIBUTED_PROFIT, StatementItem.FINANCE_EXPENSES, StatementItem.TOTAL_EQUITY)
                .forEach(item -> assertThat(SheetCheck.refusalsOf(sheet(2023, Map.of(item, new BigDecimal("-1"))), TODAY)).isEmpty());
    }

    private static StatementSheet sheet(int year, Map<StatementItem, BigDecimal> amounts) {
        return new StatementSheet(LocalDate.of(year, 12, 31), 12, StatementBasis.AUDITED, "CNY", amounts);
    }

    private static ImportPreview csv(String text) {
        return StatementLayout.preview(new ByteArrayInputStream(text.replace('@', '\n').getBytes(StandardCharsets.UTF_8)), StatementBasis.AUDITED);
    }
}
