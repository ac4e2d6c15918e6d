package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepaymentPlanTest {

    private static final LocalDate DRAWN = LocalDate.of(2026, 1, 31);

    /** First and last payment and the interest in all, worked out beside it in another language with fifty digits. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 0.0435, 12, BULLET, 1, 1044104.17, 1044104.17, 44104.17",
        "1000000, 0.0435, 12, INTEREST_MONTHLY, 12, 3383.33, 1003745.83, 44104.14",
        "1200000, 0.036, 12, EQUAL_PRINCIPAL, 12, 103360.00, 100310.00, 23560.00",
        "1000000, 0.0435, 12, ANNUITY, 12, 85309.90, 85309.89, 23718.79",
        "1000000, 0, 3, ANNUITY, 3, 333333.33, 333333.34, 0.00",
        "100, 0.05, 7, EQUAL_PRINCIPAL, 7, 14.67, 14.38, 1.67",
        "0.01, 0.24, 12, ANNUITY, 12, 0.00, 0.01, 0.00",
        "1000000, 0.06, 360, ANNUITY, 360, 5995.51, 5991.01, 1158379.10"})
    void paysBackExactlyWhatWasLent(String amount, String rate, int months, RepaymentType type, int count, String first, String last, String interest) {
        RepaymentPlan plan = RepaymentPlan.of(Money.cny(amount), Rate.of(rate), months, type, DRAWN).orElseThrow();
        List<RepaymentPlan.Instalment> all = plan.instalments();

        assertThat(all).hasSize(count);
        assertThat(all.stream().map(RepaymentPlan.Instalment::principal).reduce(Money.cny("0"), Money::plus)).isEqualTo(Money.cny(amount));
        assertThat(all.stream().map(RepaymentPlan.Instalment::interest).reduce(Money.cny("0"), Money::plus)).isEqualTo(plan.interest());
        assertThat(all.get(count - 1).outstanding().isZero()).isTrue();
        assertThat(all).allSatisfy(each -> {
            assertThat(each.payment()).isEqualTo(each.principal().plus(each.interest()));
            assertThat(each.principal().isNegative()).isFalse();
            assertThat(each.payment().amount().stripTrailingZeros().scale()).isLessThanOrEqualTo(2);
        });
        assertThat(List.of(all.get(0).payment(), all.get(count - 1).payment(), plan.interest()))
                .containsExactly(Money.cny(first), Money.cny(last), Money.cny(interest));
    }

    @Test
    void fallsDueAtTheEndOfShorterMonths() {
        assertThat(RepaymentPlan.of(Money.cny("100"), Rate.of("0.05"), 3, RepaymentType.EQUAL_PRINCIPAL, DRAWN).orElseThrow().instalments())
                .extracting(RepaymentPlan.Instalment::dueOn).containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.05, 12, BULLET, PLAN_AMOUNT_INVALID", "-1, 0.05, 12, BULLET, PLAN_AMOUNT_INVALID",
        "1, 0.05, 0, BULLET, PLAN_MONTHS_INVALID", "1, 0.05, 361, ANNUITY, PLAN_MONTHS_INVALID", "1, -0.01, 12, BULLET, PLAN_RATE_INVALID",
        "1, 1.01, 12, BULLET, PLAN_RATE_INVALID", "1, 0.05, 12, , PLAN_INCOMPLETE"})
    void refusesWhatIsNoLoan(BigDecimal amount, String rate, int months, RepaymentType type, String code) {
        Money money = Money.cny(amount);
        Rate asked;
        try {
            asked = Rate.of(rate);
        } catch (IllegalArgumentException notARate) {
            asked = null;
        }
        assertThat(RepaymentPlan.of(money, asked, months, type, DRAWN).refusals()).extracting(Refusal::code).containsExactly(code);
    }
}
