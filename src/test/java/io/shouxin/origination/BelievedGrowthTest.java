package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.origination.LimitParameters.GrowthRule;
import io.shouxin.origination.LimitParameters.MarginBasis;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much growth of sales is believed, and what cut it: own past, industry and ten points, or the cap of 50 %. */
class BelievedGrowthTest {

    @ParameterizedTest(name = "expected {0}, own {1}, industry {2}: {3} ({4})")
    @CsvSource({
        "0.10,0.20,0.06,0.10,GROWTH_NOT_CUT", "0.16,0.20,0.06,0.16,GROWTH_NOT_CUT", "0.161,0.20,0.06,0.16,GROWTH_CUT_BY_INDUSTRY",
        "0.20,0.15,0.06,0.15,GROWTH_CUT_BY_OWN_PAST", "0.15,0.15,0.06,0.15,GROWTH_NOT_CUT", "0.1501,0.15,0.06,0.15,GROWTH_CUT_BY_OWN_PAST",
        "0.50,0.90,0.60,0.50,GROWTH_NOT_CUT", "0.51,0.90,0.60,0.50,GROWTH_CUT_BY_CAP", "0.80,0.90,-0.02,0.08,GROWTH_CUT_BY_INDUSTRY",
        "0.10,-0.05,0.06,-0.05,GROWTH_CUT_BY_OWN_PAST", "-0.10,-0.05,0.06,-0.10,GROWTH_NOT_CUT", "0,0,0,0,GROWTH_NOT_CUT",
        "0.10,0.08,-0.20,-0.10,GROWTH_CUT_BY_INDUSTRY"})
    void believesTheLeastAndSaysWhichItWas(BigDecimal expected, BigDecimal own, BigDecimal industry, BigDecimal believed, String cut) {
        BelievedGrowth growth = BelievedGrowth.of(expected, parameters(Optional.of(new GrowthRule(BigDecimal.ZERO, new BigDecimal("0.10")))),
                Optional.of(own), Optional.of(new IndustryGrowth(industry, "C34", 2025)));
        assertThat(growth.believed()).isEqualByComparingTo(believed);
        assertThat(growth.cut()).isEqualTo(cut);
    }

    @Test
    void underAnEarlierPolicyOnlyTheCapCuts() {
        BelievedGrowth growth = BelievedGrowth.of(new BigDecimal("0.80"), parameters(Optional.empty()), Optional.empty(), Optional.empty());
        assertThat(growth.believed()).isEqualByComparingTo("0.50");
        assertThat(growth.cut()).isEqualTo("GROWTH_CUT_BY_CAP");
    }

    private static LimitParameters parameters(Optional<GrowthRule> rule) {
        return new LimitParameters(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, MarginBasis.TOTAL_PROFIT, BigDecimal.ONE, BigDecimal.ONE,
                BigDecimal.TEN, new BigDecimal("0.50"), BigDecimal.ONE, rule, Optional.empty());
    }
}
