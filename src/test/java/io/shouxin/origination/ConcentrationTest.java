package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much room the lender's own capital and funds leave, by the limits as published. */
class ConcentrationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final PolicyBook POLICIES = StandingPolicies.unlogged();
    private static final PolicyAnswers ANSWERS = (key, inputs) -> POLICIES.evaluate(key, DAY, inputs);

    /** Net capital 1,000, tier-one 600, lendable 5,000 (in ten thousands of yuan). */
    @ParameterizedTest(name = "{0} {1} {2}, exposure {3}: {4}")
    @CsvSource(delimiter = '|', value = {
        "BANK|CUSTOMER|C|0|900000|KNOWN",
        "BANK|CUSTOMER|C|899999.99|0.01|KNOWN",
        "BANK|CUSTOMER|C|900000|0|KNOWN",
        "BANK|CUSTOMER|C|900000.01|0|KNOWN",
        "BANK|GROUP|C|0|1200000|KNOWN",
        "BANK|INDUSTRY|C|1000000|14000000|KNOWN",
        "BANK|INDUSTRY|K|1000000|4000000|KNOWN",
        "BANK|INDUSTRY||0||MISSING",
        "BANK|REGION|C|30000000|0|KNOWN",
        "BANK|REGION|C|29999999|1|KNOWN",
        "BANK|FUNDS|C|49000000|1000000|KNOWN",
        "BANK|FUNDS|C|50000001|0|KNOWN",
        "LEASING_FIRM|CUSTOMER|C|0|3000000|KNOWN",
        "LEASING_FIRM|GROUP|C|0|5000000|KNOWN",
        "TRADING_GROUP|CUSTOMER|C|0||NOT_APPLICABLE",
        "TRADING_GROUP|GROUP|C|0||NOT_APPLICABLE",
        "TRADING_GROUP|REGION|C|0||NOT_APPLICABLE",
        "TRADING_GROUP|INDUSTRY|C|0|8000000|KNOWN",
        "TRADING_GROUP|FUNDS|C|0|50000000|KNOWN"})
    void leavesTheShareOfCapitalLessWhatIsOutAlready(LenderKind kind, Dimension dimension, String industry, String exposure, String room, State state) {
        ConstraintLine line = position(figures(kind), industry, "31", exposure).line(dimension, ANSWERS);
        assertThat(line.state()).isEqualTo(state);
        assertThat(line.amount()).isEqualTo(room == null ? null : Money.cny(room));
        assertThat(line.notes()).as("says who set it, or who switched it off").hasSizeGreaterThanOrEqualTo(state == State.MISSING ? 0 : 1);
    }

    @ParameterizedTest(name = "without {0}: {1} is missing {2}")
    @CsvSource({"figures,CUSTOMER,LENDER_FIGURES", "figures,FUNDS,LENDER_FIGURES", "freshness,REGION,LENDER_FIGURES_CURRENT", "freshness,FUNDS,LENDER_FIGURES_CURRENT",
        "province,REGION,PROVINCE", "industry,INDUSTRY,INDUSTRY_SECTION"})
    void neverAssumesWhatIsNotOnFile(String without, Dimension dimension, String missing) {
        Concentration whole = position(figures(LenderKind.BANK), "C", "31", "0");
        Concentration lacking = new Concentration(without.equals("figures") ? null : whole.figures(), without.equals("freshness"),
                without.equals("industry") ? null : "C", without.equals("province") ? null : "31", whole.exposures());
        ConstraintLine line = lacking.line(dimension, ANSWERS);
        assertThat(line.state()).isEqualTo(State.MISSING);
        assertThat(line.missing()).containsExactly(missing);
        assertThat(line.amount()).isNull();
        assertThat(whole.line(dimension, ANSWERS).state()).isEqualTo(State.KNOWN);
    }

    @Test
    void aCustomerInNoGroupHasNoLimitOfAGroupAndThatIsSaid() {
        Concentration alone = position(figures(LenderKind.BANK), "C", "31", "0");
        alone.exposures().remove(Dimension.GROUP);
        assertThat(alone.line(Dimension.GROUP, ANSWERS).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(alone.line(Dimension.GROUP, ANSWERS).notes()).containsExactly("NO_GROUP");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-27,false", "2026-05-26,true", "2026-11-27,false"})
    void figuresCountForSoManyMonths(LocalDate asOf, boolean tooOld) {
        LenderFigures held = new LenderFigures(LenderKind.BANK, asOf, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN, "季报");
        assertThat(Concentration.tooOld(Optional.of(held), DAY, 6)).isEqualTo(tooOld);
        assertThat(Concentration.tooOld(Optional.empty(), DAY, 6)).isFalse();
    }

    @Test
    void aTableWithoutARowForTheLenderIsMissingAndNotUnlimited() {
        PolicyAnswers silent = (key, inputs) -> new io.shouxin.policy.PolicyDecision(key, "1", List.of());
        assertThat(position(figures(LenderKind.BANK), "C", "31", "0").line(Dimension.FUNDS, silent).missing()).containsExactly("CONCENTRATION_LIMIT");
    }

    @Test
    void everyDimensionHasItsLine() {
        assertThat(position(figures(LenderKind.BANK), "C", "31", "0").lines(ANSWERS)).extracting(ConstraintLine::code).containsExactly(
                "CUSTOMER_CONCENTRATION", "GROUP_CONCENTRATION", "INDUSTRY_CONCENTRATION", "REGION_CONCENTRATION", "LENDABLE_FUNDS");
    }

    private static LenderFigures figures(LenderKind kind) {
        return new LenderFigures(kind, DAY, new BigDecimal("10000000"), new BigDecimal("6000000"), new BigDecimal("50000000"), "季报");
    }

    private static Concentration position(LenderFigures figures, String industry, String province, String exposure) {
        TreeMap<Dimension, Money> exposures = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            exposures.put(dimension, Money.cny(exposure));
        }
        return new Concentration(figures, false, industry, province, exposures);
    }
}
