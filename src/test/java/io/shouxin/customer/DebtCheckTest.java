package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtCheckTest {

    @ParameterizedTest
    @CsvSource({"'', HT-1, 5, , , 正常, DEBT_LENDER_MISSING, lender", "甲银行, '', 5, , , 正常, DEBT_CONTRACT_NUMBER_MISSING, contractNumber",
        "甲银行, HT-1, , , , 正常, DEBT_BALANCE_MISSING, balance", "甲银行, HT-1, -5, , , 正常, DEBT_AMOUNT_NEGATIVE, balance",
        "甲银行, HT-1, 1E13, , , 正常, DEBT_AMOUNT_TOO_LARGE, balance", "甲银行, HT-1, 0.001, , , 正常, DEBT_AMOUNT_TOO_PRECISE, balance",
        "甲银行, HT-1, 5, 2025-01-02, 2025-01-01, 正常, DEBT_DATES_CONTRADICT, maturesOn", "甲银行, HT-1, 5, , 2200-01-01, 正常, DEBT_DATE_OUT_OF_RANGE, maturesOn"})
    void refusesARowThatTellsNoDebtAndSaysWhich(String lender, String contract, BigDecimal balance, LocalDate start, LocalDate maturity, String status,
                                               String code, String field) {
        assertThat(DebtCheck.refusalsOf(List.of(line("甲银行", "HT-0", BigDecimal.ONE, null, null, "正常"), line(lender, contract, balance, start, maturity, status))))
                .singleElement().satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo("lines[1]." + field);
                    assertThat(refusal.arguments()).containsEntry("line", "7");
                });
    }

    @Test
    void asksForNoBalanceOfASettledDebt() {
        assertThat(DebtCheck.refusalsOf(List.of(line("甲银行", "HT-1", null, null, null, "已结清")))).isEmpty();
    }

    private static DebtLine line(String lender, String contract, BigDecimal balance, LocalDate start, LocalDate maturity, String status) {
        return new DebtLine(7, lender, contract, "", "CNY", null, balance, start, maturity, null, "", status, "");
    }
}
