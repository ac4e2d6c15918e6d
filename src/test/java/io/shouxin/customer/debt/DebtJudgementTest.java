package io.shouxin.customer.debt;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.DebtBucket;
import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtScheduleView;
import io.shouxin.customer.DebtStanding;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.JudgedDebt;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which debts count on 31 December 2024. Central parity of that day: USD 7.1884, JPY 4.6233 per 100 (China Foreign Exchange Trade System). */
class DebtJudgementTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2024, 12, 31);
    private static final ExchangeRate DOLLAR = new ExchangeRate("USD", CUT_OFF, new BigDecimal("7.1884"), "CFETS");
    private static final ExchangeRate YEN = new ExchangeRate("JPY", CUT_OFF, new BigDecimal("0.046233"), "CFETS");

    private final DebtJudgement judgement = new DebtJudgement(CUT_OFF, currency -> Optional.ofNullable(
            currency.equals("USD") ? DOLLAR : currency.equals("JPY") ? YEN : null));

    @ParameterizedTest(name = "{0}: {6}")
    @CsvSource({
        // what, status, balance, start, maturity, class, standing
        "running, 正常, 100, 2024-01-01, 2025-12-31, 正常, COUNTED", "due on the cut-off date, 正常, 100, 2024-01-01, 2024-12-31, , COUNTED",
        "normal but past its day, 正常, 100, 2023-01-01, 2024-12-30, , OVERDUE", "normal and repaid on its day, 正常, 0, 2023-01-01, 2024-12-30, , COUNTED",
        "overdue, 逾期, 100, 2023-01-01, 2024-06-30, 次级, OVERDUE", "settled, 已结清, 0, 2023-01-01, 2024-06-30, , SETTLED",
        "settled without a balance, 结清, , 2023-01-01, 2024-06-30, , SETTLED", "settled with a balance, 结清, 5, 2023-01-01, 2024-06-30, , SETTLED_WITH_BALANCE",
        "matured, 到期, 100, 2023-01-01, 2024-06-30, , MATURED", "matured and bad, 已到期, 100, 2023-01-01, 2024-06-30, 可疑, OVERDUE",
        "matured too early, 到期, 100, 2023-01-01, 2025-06-30, , MATURED_TOO_EARLY",
        "blank and later, , 100, 2023-01-01, 2025-01-01, , COUNTED", "blank and on the day, , 100, 2023-01-01, 2024-12-31, , COUNTED",
        "blank and past, , 100, 2023-01-01, 2024-12-30, , MATURED", "blank past and bad, —, 100, 2023-01-01, 2024-12-30, 损失类, OVERDUE",
        "blank and no date, , 100, 2023-01-01, , , MATURITY_MISSING", "odd status, 待定, 100, 2023-01-01, 2025-01-01, , STATUS_UNKNOWN",
        "not drawn yet, 正常, 100, 2025-01-01, 2026-01-01, , NOT_STARTED"})
    void judgesARowByItsStatusAndItsMaturity(String what, String status, BigDecimal balance, LocalDate start, LocalDate maturity, String classification,
                                             DebtStanding standing) {
        DebtLine line = new DebtLine(1, "甲银行", "HT-1", "流动资金贷款", "CNY", null, balance, start, maturity, null, "保证", status, classification);

        assertThat(judgement.of(List.of(line)).get(0).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"人民币, 1000, 200, 800.00", "CNY, 1000, , 1000.00", "CNY, 1000, 1500, 0.00", "美元, 1000, 100, 6469.56", "JPY, 1000000, , 46233.00", "JPY, 33, , 1.53"})
    void takesTheMarginOffAndTurnsTheRestIntoYuan(String currency, BigDecimal balance, BigDecimal margin, BigDecimal yuan) {
        JudgedDebt debt = judgement.of(List.of(line("HT-1", currency, balance, margin))).get(0);

        assertThat(debt.standing()).isEqualTo(DebtStanding.COUNTED);
        assertThat(debt.inYuan()).isEqualTo(Money.cny(yuan));
    }

    @ParameterizedTest
    @CsvSource({"EUR, RATE_MISSING", "'', CURRENCY_UNKNOWN", "贝壳, CURRENCY_UNKNOWN"})
    void neverGuessesWhatAForeignDebtIsWorth(String currency, DebtStanding standing) {
        DebtScheduleView schedule = schedule(line("HT-1", "CNY", "50"), line("HT-2", currency, "70"));

        assertThat(schedule.debts().get(1).standing()).isEqualTo(standing);
        assertThat(schedule.debts().get(1).inYuan()).isNull();
        assertThat(schedule.total()).isEqualTo(Money.cny("50"));
        assertThat(schedule.complete()).isFalse();
        assertThat(schedule.toVerify()).isEqualTo(1);
    }

    @Test
    void countsARowThatStandsTwiceOnceAndTheFirst() {
        assertThat(standings(line("HT-1", "CNY", "50"), line("ＨＴ-1 ", "CNY", "50.00"))).containsExactly(DebtStanding.COUNTED, DebtStanding.DUPLICATE);
    }

    @Test
    void countsNoneOfTheRowsThatContradictEachOther() {
        DebtScheduleView schedule = schedule(line("HT-1", "CNY", "50"), line("HT-1", "CNY", "60"), line("HT-1", "CNY", "50"), line("HT-2", "CNY", "1"));

        assertThat(schedule.debts()).extracting(JudgedDebt::standing).containsExactly(DebtStanding.CONTRADICTING, DebtStanding.CONTRADICTING,
                DebtStanding.CONTRADICTING, DebtStanding.COUNTED);
        assertThat(schedule.total()).isEqualTo(Money.cny("1"));
        assertThat(schedule.complete()).isFalse();
    }

    @Test
    void addsUpByLenderAndByTheTimeThatRemains() {
        DebtScheduleView schedule = schedule(due("甲银行", "1", "100", "2025-03-31"), due("甲银行", "2", "200", "2025-12-31"),
                due("乙银行", "3", "300", "2026-01-01"), due("丙租赁", "4", "400", "2028-01-01"), due("乙银行", "5", "500", "2024-12-01"),
                due("丁银行", "6", "600", null));

        assertThat(schedule.lenders()).extracting(DebtScheduleView.LenderDebt::lender).containsExactly("甲银行", "乙银行", "丙租赁", "丁银行");
        assertThat(schedule.lenders().get(1).total()).isEqualTo(Money.cny("800"));
        assertThat(schedule.maturities()).extracting(DebtScheduleView.MaturityDebt::bucket).containsExactly(DebtBucket.OVERDUE,
                DebtBucket.WITHIN_3_MONTHS, DebtBucket.WITHIN_1_YEAR, DebtBucket.WITHIN_3_YEARS, DebtBucket.LATER, DebtBucket.NO_DATE);
        assertThat(schedule.total()).isEqualTo(Money.cny("2100"));
        assertThat(schedule.dueWithinYear()).isEqualTo(Money.cny("800"));
        assertThat(schedule.complete()).isTrue();
    }

    private List<DebtStanding> standings(DebtLine... lines) {
        return judgement.of(List.of(lines)).stream().map(JudgedDebt::standing).toList();
    }

    private DebtScheduleView schedule(DebtLine... lines) {
        return new DebtScheduleView(new CustomerId("C-2026-000001"), CUT_OFF, "企业提供", null, judgement.of(new ArrayList<>(Arrays.asList(lines))), null, null);
    }

    private static DebtLine due(String lender, String contract, String balance, String maturity) {
        return new DebtLine(1, lender, contract, "", "CNY", null, new BigDecimal(balance), null, maturity == null ? null : LocalDate.parse(maturity), null,
                "", "正常", "");
    }

    private static DebtLine line(String contract, String currency, String balance) {
        return line(contract, currency, new BigDecimal(balance), null);
    }

    private static DebtLine line(String contract, String currency, BigDecimal balance, BigDecimal margin) {
        return new DebtLine(1, "甲银行", contract, "流动资金贷款", currency, null, balance, null, LocalDate.of(2025, 6, 30), margin, "", "正常", "");
    }
}
