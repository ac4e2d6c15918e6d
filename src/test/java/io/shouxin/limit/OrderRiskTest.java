package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.StandingWording;
import io.shouxin.kernel.Wording;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what counts of an order: shares between nothing and all, every code with its words. */
class OrderRiskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final PolicyBook policies = StandingPolicies.unlogged();
    private final Wording wording = StandingWording.words();

    @Test
    void everyUseAndPaymentTermHasAtMostOneRowThatMakesSense() {
        for (CreditUse use : CreditUse.values()) {
            for (String term : terms()) {
                List<MatchedRow> rows = policies.evaluate("order-risk", DAY, Map.of("creditUse", use, "paymentTerm", term)).rows();
                assertThat(rows).as(use + " " + term).hasSizeLessThanOrEqualTo(1);
                assertThat(rows).allSatisfy(row -> {
                    assertThat(row.number("countedShare")).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                    assertThat(row.whole("horizonDays")).isBetween(0, 3 * 366);
                    assertThat(row.whole("mostDaysAhead")).isBetween(0, 366);
                    assertThat(row.text("reasonCode")).startsWith("RISK_");
                    assertThat(wording.knows("reason." + row.text("reasonCode"))).as(row.text("reasonCode")).isTrue();
                });
            }
            assertThat(policies.evaluate("order-risk", DAY, Map.of("creditUse", use, "paymentTerm", "ON_ACCOUNT")).only().number("countedShare"))
                    .as("what is not secured counts in full").isEqualByComparingTo("1");
        }
    }

    @Test
    void everyCodeOfAnAnswerHasItsWords() {
        Stream<String> codes = Stream.of(Arrays.stream(CreditDecision.values()).map(code -> "creditDecision." + code),
                Arrays.stream(CreditUse.values()).map(code -> "creditUse." + code), terms().stream().map(code -> "paymentTerm." + code),
                Arrays.stream(CreditAnswer.Step.Kind.values()).map(code -> "creditStep." + code),
                Arrays.stream(CreditAnswer.Step.Actor.values()).map(code -> "creditStepBy." + code),
                Stream.of("creditReason.WITHIN_LIMIT", "creditReason.NOTHING_AT_RISK", "reason.PREPAID_PART", "reason.CALL_OFF_BEYOND_HORIZON"))
                .flatMap(all -> all);
        assertThat(codes).allSatisfy(code -> assertThat(wording.knows(code)).as(code).isTrue());
    }

    private List<String> terms() {
        return policies.inputs("order-risk", DAY).stream().filter(input -> input.name().equals("paymentTerm")).flatMap(input -> input.allowed().stream()).toList();
    }
}
