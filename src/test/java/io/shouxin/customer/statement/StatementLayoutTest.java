package io.shouxin.customer.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.customer.file.TableFile;
import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementLayoutTest {

    @Test
    void readsPeriodsInColumnsAndTheUnitOfTheTitle() {
        ImportPreview preview = csv("""
                利润表,,,单位：万元
                项 目,2022年,2023年,2024年1-6月
                一、营业总收入,"1,000.50",1200,（50.25）
                    减：营业成本,７００,800,－
                神秘项目,1,2,3
                """);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.unit()).isEqualTo("万元");
        assertThat(preview.sheets()).extracting(StatementSheet::periodEnd)
                .containsExactly(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 12, 31), LocalDate.of(2024, 6, 30));
        assertThat(preview.sheets()).extracting(StatementSheet::months).containsExactly(12, 12, 6);
        assertThat(amount(preview, 0, StatementItem.REVENUE)).isEqualTo("10005000.00");
        assertThat(amount(preview, 0, StatementItem.COST_OF_SALES)).isEqualTo("7000000.00");
        assertThat(amount(preview, 2, StatementItem.REVENUE)).isEqualTo("-502500.00");
        assertThat(preview.sheets().get(2).amount(StatementItem.COST_OF_SALES)).isEmpty();
        assertThat(preview.rows()).extracting(ImportPreview.Row::label).contains("神秘项目");
        assertThat(preview.rows().get(2).item()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "单位：万元|10000", "单位:元|1", "单位 ： 千元|1000", "（单位：百万元）|1000000", "金额单位：人民币万元|10000", "人民币万元|10000",
        "货币单位：人民币元|1", "单位：人民币|1", "单位：人民币（千元）|1000", "单位：万元 币种：人民币|10000", "单位：亿元|100000000", "(万元)|10000",
        "Unit: RMB'000|1000", "Unit：RMB’000|1000", "RMB million|1000000", "In thousands of RMB|1000", "Unit: yuan|1",
        "Unit: RMB 10,000|10000", "编制单位：元通公司 2023年12月31日 单位：万元|10000", "编制单位：元通公司|1"})
    void scalesByTheUnitAboveOrBelowTheHeaderRow(String unit, String yuan) {
        BigDecimal expected = new BigDecimal("1234.5").multiply(new BigDecimal(yuan)).setScale(2);
        for (String file : new String[] {"资产负债表\n\"%s\"\n项目,2023年\n货币资金,1234.5\n", "项目,2023年\n\"%s\"\n货币资金,1234.5\n",
            "项目,2023年\n\n,\"%s\"\n货币资金,1234.5\n"}) {
            ImportPreview preview = csv(file.formatted(unit));
            assertThat(preview.problems()).as(file).isEmpty();
            // Below the header a bare unit amid other words may belong to one row only.
            if (!file.startsWith("项目") || !unit.matches("In thousands.*")) {
                assertThat(preview.sheets().get(0).amount(StatementItem.CASH)).as(file).contains(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"货币资金", "营业收入", "经营活动产生的现金流量净额"})
    void scalesEveryStatementExactly(String item) {
        ImportPreview preview = csv("项目,2023年(百万元)\n" + item + ",12345678.123456\n");

        assertThat(preview.sheets().get(0).amounts().values()).containsExactly(new BigDecimal("12345678123456.00"));
    }

    @Test
    void saysWhichUnitItReadWhere() {
        assertThat(csv("利润表\n项目,2023年\n单位：万元\n营业收入,5\n").units()).containsExactly(new ImportPreview.Unit("CSV", "万元", 3, "单位：万元"));
        assertThat(csv("项目,2023年\n单位：万元\n营业收入,5\n").rows()).extracting(ImportPreview.Row::label).containsExactly("营业收入");
        assertThat(csv("项目(千元),2023年\n营业收入,5\n").units()).containsExactly(new ImportPreview.Unit("CSV", "千元", 1, "项目(千元)"));
        assertThat(csv("项目,2023年\n营业收入,5\n").units()).containsExactly(new ImportPreview.Unit("CSV", "元", 0, ""));
    }

    @Test
    void aRowsOwnUnitIsNotTheSheets() {
        ImportPreview preview = csv("单位：万元\n项目,2023年\n营业收入,5\n基本每股收益(元),0.3\n稀释每股收益(元/股),0.3\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(amount(preview, 0, StatementItem.REVENUE)).isEqualTo("50000.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "单位：万元@项目,2023年@单位：元@货币资金,1|STATEMENT_UNITS_CONTRADICT", "项目,2023年(万元),2022年(元)@货币资金,1,1|STATEMENT_UNITS_CONTRADICT",
        "单位：千元@项目,2023年(万元)@货币资金,1|STATEMENT_UNITS_CONTRADICT", "金额单位：斗@项目,2023年@货币资金,1|STATEMENT_UNIT_UNKNOWN",
        "Unit: USD'000@项目,2023年@货币资金,1|STATEMENT_CURRENCY_UNSUPPORTED", "项目,2023年@单位：港币万元@货币资金,1|STATEMENT_CURRENCY_UNSUPPORTED"})
    void refusesAUnitItCannotRelyOn(String text, String code) {
        assertThat(csv(text.replace('@', '\n')).problems()).extracting(Refusal::code).containsExactly(code);
    }

    @Test
    void readsTheTwoSidedBalanceSheetWithClosingAndOpeningColumns() {
        ImportPreview preview = csv("""
                资产负债表
                编制单位：某公司,2023年12月31日,,,单位：元
                资产,行次,期末余额,年初余额,负债和所有者权益（或股东权益）,行次,期末余额,年初余额
                货币资金,1,10.01,9,短期借款,31,4,3
                资产总计,30,100,90,负债合计,50,40,30
                ,,,,所有者权益（或股东权益）合计,60,60,60
                """);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.sheets()).extracting(StatementSheet::periodEnd)
                .containsExactly(LocalDate.of(2023, 12, 31), LocalDate.of(2022, 12, 31));
        assertThat(amount(preview, 0, StatementItem.TOTAL_EQUITY)).isEqualTo("60.00");
        assertThat(amount(preview, 1, StatementItem.TOTAL_LIABILITIES)).isEqualTo("30.00");
        assertThat(amount(preview, 0, StatementItem.CASH)).isEqualTo("10.01");
    }

    @Test
    void readsGbkAsWellAsUtf8() {
        String text = "项目,2023年\n货币资金,5\n";
        ImportPreview gbk = StatementLayout.preview(new ByteArrayInputStream(text.getBytes(Charset.forName("GBK"))), StatementBasis.AUDITED);

        assertThat(amount(gbk, 0, StatementItem.CASH)).isEqualTo("5.00");
        assertThat(amount(csv('\ufeff' + text), 0, StatementItem.CASH)).isEqualTo("5.00");
    }

    @ParameterizedTest
    @CsvSource({
        "2023年, 2023-12-31, 12", "2023年度, 2023-12-31, 12", "2023, 2023-12-31, 12", "2023-12-31, 2023-12-31, 12",
        "2024年6月, 2024-06-30, 6", "2024年6月30日, 2024-06-30, 6", "2024/6/30, 2024-06-30, 6", "2024年1-6月, 2024-06-30, 6",
        "2024年1月至9月, 2024-09-30, 9", "2024年上半年, 2024-06-30, 6", "2024年第一季度, 2024-03-31, 3", "2024年前三季度, 2024-09-30, 9",
        "2024-02, 2024-02-29, 2", "２０２３年, 2023-12-31, 12", "2024年1月1日至2024年6月30日, 2024-06-30, 6", "2023年末, 2023-12-31, 12",
        "期末余额（2023年12月31日）, 2023-12-31, 12"})
    void understandsPeriodHeaders(String header, LocalDate end, int months) {
        assertThat(PeriodHeader.absolute(header)).hasValueSatisfying(period -> {
            assertThat(period.periodEnd()).isEqualTo(end);
            assertThat(period.months()).isEqualTo(months);
        });
    }

    @Test
    void setsThePreviousYearsColumnToTheSameMonthsAYearEarlier() {
        ImportPreview preview = csv("""
                利润表 2024年1-6月
                项目,本期金额,上年同期金额,本月数
                营业收入,50,40,7
                """);

        assertThat(preview.sheets()).extracting(StatementSheet::periodEnd)
                .containsExactly(LocalDate.of(2024, 6, 30), LocalDate.of(2023, 6, 30));
        assertThat(preview.sheets()).extracting(StatementSheet::months).containsExactly(6, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"五、净利润（净亏损以“－”号填列）", "净 利 润", "（五）净利润", "*净利润", "NetProfit", "5、净利润："})
    void recognisesALineHoweverItIsWritten(String label) {
        assertThat(Labels.find(label)).hasValueSatisfying(match -> assertThat(match.item()).isEqualTo(StatementItem.NET_PROFIT));
    }

    @Test
    void readsEachLineOfItsOwnTemplate() {
        String template = new String(StatementTemplate.csv(2023), StandardCharsets.UTF_8);

        ImportPreview preview = csv(template.replace(",,,", ",,,7"));

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.sheets()).singleElement().satisfies(sheet -> assertThat(sheet.amounts()).containsOnlyKeys(StatementItem.values()));
    }

    @Test
    void prefersTheOfficialNameToASynonym() {
        ImportPreview preview = csv("项目,2023年\n营业总收入,110\n其中：营业收入,100\n");

        assertThat(preview.problems()).isEmpty();
        assertThat(amount(preview, 0, StatementItem.REVENUE)).isEqualTo("100.00");
    }

    @Test
    void refusesAnItemThatStandsTwiceWithDifferentAmounts() {
        assertThat(csv("项目,2023年\n营业收入,110\n营业收入,100\n").problems()).extracting(Refusal::code)
                .containsExactly("STATEMENT_ITEM_TWICE");
    }

    @Test
    void refusesAnAmountItCannotReadAndSaysWhere() {
        assertThat(csv("项目,2023年\n营业收入,\"1,23\"\n").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("STATEMENT_AMOUNT_MALFORMED");
            assertThat(problem.arguments()).containsEntry("line", "2").containsEntry("column", "2023年").containsEntry("text", "1,23");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "项目,期末余额@货币资金,1|STATEMENT_DATE_MISSING", "项目,2023年13月@货币资金,1|STATEMENT_PERIOD_UNKNOWN",
        "单位：万美元@项目,2023年@货币资金,1|STATEMENT_CURRENCY_UNSUPPORTED", "你好@世界|STATEMENT_FILE_WITHOUT_FIGURES"})
    void refusesWhatItDoesNotUnderstand(String text, String code) {
        assertThat(csv(text.replace('@', '\n')).problems()).extracting(Refusal::code).contains(code);
    }

    @Test
    void readsWorkbooksWithCachedFormulaValuesAndSeveralSheets() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet balance = workbook.createSheet("资产负债表");
            row(balance, 0, "项目", "2023年（千元）");
            Row cash = balance.createRow(1);
            cash.createCell(0).setCellValue("货币资金");
            cash.createCell(1).setCellValue(1234.56);
            Row total = balance.createRow(2);
            total.createCell(0).setCellValue("资产总计");
            total.createCell(1).setCellFormula("B2*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            XSSFSheet income = workbook.createSheet("利润表");
            row(income, 0, "项目", "2023年");
            row(income, 1, "单位：万元");
            row(income, 2, "营业收入", "88.125");
            workbook.write(bytes);
        }
        ImportPreview preview = StatementLayout.preview(new ByteArrayInputStream(bytes.toByteArray()), StatementBasis.AUDITED);

        assertThat(preview.problems()).isEmpty();
        assertThat(amount(preview, 0, StatementItem.CASH)).isEqualTo("1234560.00");
        assertThat(amount(preview, 0, StatementItem.TOTAL_ASSETS)).isEqualTo("2469120.00");
        assertThat(amount(preview, 0, StatementItem.REVENUE)).isEqualTo("881250.00");
        assertThat(preview.unit()).isEqualTo("千元、万元");
        assertThat(preview.units()).extracting(ImportPreview.Unit::sheet).containsExactly("资产负债表", "利润表");
    }

    @Test
    void refusesAnArchiveThatUnpacksTooLarge() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(TableFile.MAX_BYTES);
        assertThat(StatementLayout.preview(new ByteArrayInputStream(bytes.toByteArray()), StatementBasis.AUDITED).problems())
                .extracting(Refusal::code).containsExactly("STATEMENT_FILE_UNPACKS_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7, STATEMENT_FILE_TYPE", "'', STATEMENT_FILE_EMPTY", "PK\u0003\u0004 no archive, STATEMENT_FILE_BROKEN"})
    void refusesAFileOfAnotherKind(String start, String code) {
        assertThat(csv(start).problems()).extracting(Refusal::code).containsExactly(code);
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static ImportPreview csv(String text) {
        return StatementLayout.preview(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StatementBasis.AUDITED);
    }

    private static String amount(ImportPreview preview, int sheet, StatementItem item) {
        return preview.sheets().get(sheet).amount(item).orElseThrow().toPlainString();
    }
}
