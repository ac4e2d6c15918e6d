package io.shouxin.customer.debt;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtPreview;
import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtFileTest {

    private static final String FULL = "存量债务明细,,,单位：万元@序号,贷款银行,借款合同编号,借据号,业务种类,币种,合同金额(万元),贷款余额（万元）,放款日,到期日期,保证金,担保方式,状态,五级分类@"
            + "1,工商银行,HT-01,JJ-1,流动资金贷款,人民币,\"1,000\",８００.5,2024年3月1日,2025/2/28,—,抵押,正常,正常@合计,,,,,,1000,800.5,,,,,,";

    @Test
    void findsTheColumnsByWhatLendersCallThem() {
        DebtFile file = csv(FULL);

        assertThat(file.problems()).isEmpty();
        assertThat(file.unit()).isEqualTo("万元");
        assertThat(file.lines()).containsExactly(new DebtLine(3, "工商银行", "HT-01/JJ-1", "流动资金贷款", "CNY", new BigDecimal("10000000.00"),
                new BigDecimal("8005000.00"), LocalDate.of(2024, 3, 1), LocalDate.of(2025, 2, 28), null, "抵押", "正常", "正常"));
        assertThat(file.warnings()).extracting(Refusal::code).containsExactly("DEBT_TOTAL_LEFT_OUT");
        assertThat(file.columns()).contains(new DebtPreview.Column("贷款银行", "lender"), new DebtPreview.Column("序号", null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "empty|''|STATEMENT_FILE_EMPTY", "something else|你好,世界@1,2|DEBT_FILE_WITHOUT_DEBTS", "no rows|贷款机构,合同编号,余额|DEBT_FILE_WITHOUT_DEBTS",
        "no balance|贷款机构,合同编号,到期日@甲银行,1,2025-01-01|DEBT_COLUMNS_MISSING", "two balances|贷款机构,合同编号,余额,贷款余额@甲银行,1,5,6|DEBT_COLUMN_TWICE",
        "amount of letters|贷款机构,合同编号,余额@甲银行,1,五万|DEBT_AMOUNT_MALFORMED", "margin in per cent|贷款机构,合同编号,余额,保证金@甲银行,1,5,30%|DEBT_AMOUNT_MALFORMED",
        "no such day|贷款机构,合同编号,余额,到期日@甲银行,1,5,2025-02-30|DEBT_DATE_MALFORMED", "a date in words|贷款机构,合同编号,余额,到期日@甲银行,1,5,明年底|DEBT_DATE_MALFORMED",
        "two units|贷款机构,合同编号,合同金额(元),余额(万元)@甲银行,1,5,6|STATEMENT_UNITS_CONTRADICT"})
    void refusesAFileItCannotReadAsAWhole(String what, String text, String code) {
        assertThat(csv(text).problems()).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "no currencies|贷款机构,合同编号,余额@甲银行,1,5|DEBT_CURRENCY_ASSUMED", "no unit|贷款机构,合同编号,余额@甲银行,1,5|DEBT_UNIT_ASSUMED",
        "an unknown column|贷款机构,合同编号,余额,客户经理@甲银行,1,5,王|DEBT_COLUMN_LEFT_OUT", "a remark|贷款机构,合同编号,余额@甲银行,1,5@注：以上为全部债务,,|DEBT_REMARK_LEFT_OUT"})
    void warnsOfWhatItAssumesAndLeavesOut(String what, String text, String code) {
        DebtFile file = csv(text);

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).hasSize(1);
        assertThat(file.warnings()).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2025-06-30|2025-06-30", "2025/6/30|2025-06-30", "2025.06.30|2025-06-30", "2025年6月30日|2025-06-30", "20250630|2025-06-30",
        "２０２５-０６-３０|2025-06-30", "2025-06-30 00:00:00|2025-06-30", "—|", "长期|", "|"})
    void readsDaysAsTheyAreWritten(String cell, LocalDate day) {
        DebtFile file = csv("贷款机构,合同编号,余额,到期日@甲银行,1,5," + (cell == null ? "" : cell));

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines().get(0).maturesOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"人民币, CNY", "美元, USD", "usd, USD", "港币, HKD", "'', ''", "贝壳, 贝壳"})
    void readsCurrenciesAndKeepsTheWordItDoesNotKnow(String written, String currency) {
        assertThat(csv("贷款机构,合同编号,余额,币种@甲银行,1,5," + written).lines().get(0).currency()).isEqualTo(currency);
    }

    @Test
    void readsItsOwnTemplatesAndTheDatesOfSpreadsheets() throws IOException {
        assertThat(csv(new String(DebtTemplate.csv(), StandardCharsets.UTF_8) + "甲银行,HT-1,,,,,5,,,,,,").lines()).singleElement()
                .satisfies(line -> assertThat(line.balance()).isEqualByComparingTo("5"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(DebtTemplate.xlsx())); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Row row = workbook.getSheetAt(0).createRow(2);
            row.createCell(0).setCellValue("甲银行");
            row.createCell(1).setCellValue("HT-1");
            row.createCell(6).setCellValue(1234.5);
            var day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            row.createCell(8).setCellValue(LocalDate.of(2025, 6, 30));
            row.getCell(8).setCellStyle(day);
            workbook.write(bytes);
            DebtFile file = DebtFile.read(new ByteArrayInputStream(bytes.toByteArray()));
            assertThat(file.problems()).isEmpty();
            assertThat(file.lines().get(0).maturesOn()).isEqualTo(LocalDate.of(2025, 6, 30));
            assertThat(file.lines().get(0).balance()).isEqualByComparingTo("1234.5");
        }
    }

    private static DebtFile csv(String text) {
        return DebtFile.read(new ByteArrayInputStream(text.replace('@', '\n').getBytes(StandardCharsets.UTF_8)));
    }
}
