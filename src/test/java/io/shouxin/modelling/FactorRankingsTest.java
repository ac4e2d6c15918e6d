package io.shouxin.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorRankingsTest {

    private final FactorRankings rankings = new FactorRankings(List.of(new Planted(400), new OutcomeSource() {
        @Override
        public List<String> outcomes() {
            return List.of("RARE");
        }

        @Override
        public List<ObservedCase> cases(String outcome) {
            return new Planted(12).cases(outcome);
        }
    }));

    @Test
    void putsTheFactorFirstThatTellsMost() {
        FactorRanking ranking = rankings.of("LATE", null).orElseThrow();

        assertThat(ranking.cases()).isEqualTo(400);
        assertThat(ranking.factors().get(0).factor()).isEqualTo("voidRate");
        assertThat(ranking.factors()).extracting(FactorRanking.RankedFactor::factor).containsExactlyInAnyOrder("voidRate", "sales", "outlook");
        assertThat(ranking.factors()).isSortedAccordingTo((one, other) -> other.iv().compareTo(one.iv()));
        assertThat(ranking.factors()).allSatisfy(factor ->
                assertThat(factor.bins().stream().mapToInt(FactorRanking.FactorBin::cases).sum()).isEqualTo(400));
    }

    @Test
    void aFactOnlySomeCasesHaveKeepsTheOthersAsMissing() {
        FactorRanking.RankedFactor sales = rankings.of("LATE", null).orElseThrow().factors().stream()
                .filter(factor -> factor.factor().equals("sales")).findFirst().orElseThrow();

        assertThat(sales.bins()).filteredOn(bin -> bin.label().equals("null")).singleElement()
                .satisfies(bin -> assertThat(bin.cases()).isEqualTo(200));
    }

    @Test
    void looksAtOnePopulationAloneWhenAskedTo() {
        FactorRanking ranking = rankings.of("LATE", "INVOICES").orElseThrow();

        assertThat(ranking.cases()).isEqualTo(200);
        assertThat(ranking.populations()).containsExactly("INVOICES", "STATEMENTS");
    }

    @Test
    void refusesAnOutcomeNobodyKnowsAndOneTooRareToLearnFrom() {
        assertRefused(rankings.of("WEATHER", null), "OUTCOME_UNKNOWN");
        assertRefused(rankings.of("RARE", null), "OUTCOME_TOO_RARE");
        assertRefused(rankings.of("LATE", "NOBODY"), "OUTCOME_TOO_RARE");
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "0.0199, NONE", "0.02, WEAK", "0.1, MEDIUM", "0.3, STRONG", "0.5, SUSPICIOUS"})
    void namesTheStrengthOfAnInformationValue(double iv, String strength) {
        assertThat(FactorRankings.strength(iv)).isEqualTo(strength);
    }

    private static void assertRefused(Outcome<FactorRanking> outcome, String code) {
        assertThat(outcome.refusals()).extracting("code").containsExactly(code);
    }

    /** Cases that pay late when many of their invoices are void. */
    private record Planted(int count) implements OutcomeSource {

        @Override
        public List<String> outcomes() {
            return List.of("LATE");
        }

        @Override
        public List<ObservedCase> cases(String outcome) {
            Random dice = new Random(1);
            List<ObservedCase> cases = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double voids = dice.nextDouble();
                boolean bad = dice.nextDouble() < 0.1 + 0.7 * voids;
                Map<String, String> facts = new java.util.HashMap<>(Map.of("voidRate", String.format(java.util.Locale.ROOT, "%.4f", voids),
                        "outlook", dice.nextBoolean() ? "STRONG" : "WEAK"));
                facts.put("sales", i % 2 == 0 ? String.valueOf(dice.nextInt(1000)) : "");
                cases.add(new ObservedCase(i % 2 == 0 ? "INVOICES" : "STATEMENTS", facts, bad));
            }
            return cases;
        }
    }
}
