package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import io.shouxin.rating.AltmanZ.Zone;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AltmanScoreTest {

    /** Worked by hand: X1 = 2.0/10, X2 = (1.4 + 0.6)/10, X3 = (0.9 + 0.2)/10, X4 = 5/5. */
    @Test
    void isTheSumOfItsFourTermsAsPublished() {
        AltmanZ z = score(List.of(firm("1400000", "600000")));
        assertThat(z.terms()).extracting(AltmanZ.Term::code).containsExactly("X1", "X2", "X3", "X4");
        assertThat(z.terms()).extracting(term -> term.ratio().value().orElseThrow()).containsExactly(new BigDecimal("0.200000"),
                new BigDecimal("0.200000"), new BigDecimal("0.110000"), new BigDecimal("1.000000"));
        assertThat(z.terms()).extracting(AltmanZ.Term::coefficient).containsExactly(new BigDecimal("6.56"), new BigDecimal("3.26"),
                new BigDecimal("6.72"), new BigDecimal("1.05"));
        assertThat(z.value()).contains(new BigDecimal("3.7532"));  // 1.312 + 0.652 + 0.7392 + 1.05
        assertThat(z.zone()).isEqualTo(Zone.SAFE);
    }

    /** The zones of Altman's Z″: below 1.1 distress, above 2.6 safe. */
    @ParameterizedTest
    @CsvSource({"1.0999, DISTRESS", "1.1, GREY", "2.6, GREY", "2.6001, SAFE", "-3, DISTRESS", ", UNKNOWN"})
    void liesInAZone(BigDecimal value, Zone zone) {
        assertThat(OnFile.POLICIES.zone(value, OnFile.TODAY)).isEqualTo(zone);
    }

    @Test
    void countsTheSurplusReserveOnlyWhereTheBankDefinesItSo() {
        RatioDefinitions narrow = new RatioDefinitions(RatioDefinitions.SalesProfit.OPERATING, RatioDefinitions.QuickAssets.WITHOUT_INVENTORY,
                365, RatioDefinitions.Stocks.AVERAGE, RatioDefinitions.Ebitda.WITH_AMORTISATION,
                RatioDefinitions.RetainedEarnings.UNDISTRIBUTED, "t");
        AltmanZ z = AltmanScore.of(StatementSeries.of(List.of(firm("1400000", "600000")), OnFile.TODAY), narrow,
                value -> OnFile.POLICIES.zone(value, OnFile.TODAY)).orElseThrow();
        assertThat(z.value()).contains(new BigDecimal("3.5576"));  // X2 = 1.4/10
    }

    @Test
    void hasNoValueWithoutRetainedEarningsAndSaysWhy() {
        AltmanZ z = score(List.of(firm(null, null)));
        assertThat(z.value()).isEmpty();
        assertThat(z.undefined()).isEqualTo(RatioYear.Undefined.ITEM_MISSING);
        assertThat(z.zone()).isEqualTo(Zone.UNKNOWN);
    }

    @Test
    void fallsIntoDistressWithAccumulatedLossesAndNegativeEquity() {
        StatementView firm = OnFile.with(OnFile.with(firm("-4000000", "0"), StatementItem.TOTAL_EQUITY, "-1000000"),
                StatementItem.TOTAL_LIABILITIES, "11000000");
        AltmanZ z = score(List.of(OnFile.with(firm, StatementItem.TOTAL_CURRENT_LIABILITIES, "8000000")));
        assertThat(z.zone()).isEqualTo(Zone.DISTRESS);  // X1 = -0.2, X2 = -0.4, X4 = -1/11
    }

    private static StatementView firm(String undistributed, String reserve) {
        return OnFile.with(OnFile.with(OnFile.year2025(), StatementItem.UNDISTRIBUTED_PROFIT, undistributed),
                StatementItem.SURPLUS_RESERVE, reserve);
    }

    private static AltmanZ score(List<StatementView> statements) {
        return AltmanScore.of(StatementSeries.of(statements, OnFile.TODAY), OnFile.DEFINITIONS,
                value -> OnFile.POLICIES.zone(value, OnFile.TODAY)).orElseThrow();
    }
}
