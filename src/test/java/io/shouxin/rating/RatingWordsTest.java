package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RatingWordsTest {

    private static final Properties ENGLISH = words("messages/rating.properties");
    private static final Properties CHINESE = words("messages/rating_zh.properties");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(new TreeSet<>(CHINESE.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
        assertThat(ENGLISH.values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        assertThat(CHINESE.values()).allSatisfy(text -> assertThat(Pattern.compile("\\p{IsHan}").matcher(text.toString()).find()).isTrue());
    }

    @Test
    void namesEveryCharacteristicAndReasonOfTheTables() {
        for (String scorecard : ScorecardTable.allScorecards()) {
            for (List<String> said : ScorecardTable.read(scorecard).outputs()) {
                assertThat(ENGLISH).containsKeys("characteristic." + said.get(0), "reason." + said.get(said.size() - 1));
            }
        }
        ScorecardTable.read("knock-out-2026.1.dmn").outputs().forEach(said -> assertThat(ENGLISH).containsKey("reason." + said.get(0)));
    }

    @Test
    void namesEveryRatioWithItsFormula() {
        FinancialRatios.of(StatementSeries.of(OnFile.soundFirm(), OnFile.TODAY), OnFile.DEFINITIONS).forEach(ratio ->
                assertThat(ENGLISH).containsKeys("ratio." + ratio.code(), "ratio." + ratio.code() + ".formula",
                        "dimension." + ratio.dimension()));
    }

    @Test
    void namesEveryGradeBasisAndJudgement() {
        Arrays.stream(Grade.values()).forEach(grade ->
                assertThat(ENGLISH).containsKeys("grade." + grade, "riskLevel." + grade.riskLevel()));
        Arrays.stream(RatingBasis.values()).forEach(basis -> assertThat(ENGLISH).containsKey("ratingBasis." + basis));
        Arrays.stream(Judgement.values()).forEach(judgement -> assertThat(ENGLISH).containsKey("judgement." + judgement));
        Arrays.stream(PersonalFinances.Home.values()).forEach(home -> assertThat(ENGLISH).containsKey("home." + home));
    }

    @Test
    void saysOfEveryMissingFactWhatItIsWhyItIsNeededAndWhoSuppliesIt() {
        Set<String> facts = new TreeSet<>(ENGLISH.stringPropertyNames().stream()
                .filter(key -> key.matches("fact\\.[A-Z_]+")).map(key -> key.substring("fact.".length())).toList());
        assertThat(facts).hasSize(20).allSatisfy(fact -> assertThat(ENGLISH).containsKeys("fact." + fact + ".why",
                "fact." + fact + ".who", "refusal.MISSING_" + fact, "refusal.MISSING_" + fact + ".help"));
    }

    @Test
    void namesEveryCodeOfTheEvidence() {
        Arrays.stream(RatioYear.Undefined.values()).forEach(code -> assertThat(ENGLISH).containsKey("undefined." + code));
        Arrays.stream(PeerPosition.Position.values()).forEach(code -> assertThat(ENGLISH).containsKey("peerPosition." + code));
        Arrays.stream(RatioPart.Side.values()).forEach(code -> assertThat(ENGLISH).containsKey("ratioSide." + code));
        Arrays.stream(Ratio.Better.values()).forEach(code -> assertThat(ENGLISH).containsKey("better." + code));
        Arrays.stream(Ratio.Trend.values()).forEach(code -> assertThat(ENGLISH).containsKey("trend." + code));
        Arrays.stream(AltmanZ.Zone.values()).forEach(code -> assertThat(ENGLISH).containsKey("altmanZone." + code));
        Arrays.stream(FactLine.State.values()).forEach(code -> assertThat(ENGLISH).containsKey("factState." + code));
        Arrays.stream(ScorePart.Kind.values()).forEach(code -> assertThat(ENGLISH).containsKey("scorePart." + code));
        List.of("SUPPORT", "MAINTAIN", "CONTROL", "REDUCE").forEach(code -> assertThat(ENGLISH).containsKey("strategy." + code));
        List.of("CLEAN", "MINOR", "SERIOUS").forEach(code -> assertThat(ENGLISH).containsKey("backgroundVerdict." + code));
    }

    @Test
    void namesEveryDefinitionThatShapesARatio() {
        Arrays.stream(RatioDefinitions.SalesProfit.values()).forEach(code -> assertThat(ENGLISH).containsKey("definition.salesProfit." + code));
        Arrays.stream(RatioDefinitions.QuickAssets.values()).forEach(code -> assertThat(ENGLISH).containsKey("definition.quickAssets." + code));
        Arrays.stream(RatioDefinitions.Stocks.values()).forEach(code -> assertThat(ENGLISH).containsKey("definition.stocks." + code));
        Arrays.stream(RatioDefinitions.Ebitda.values()).forEach(code -> assertThat(ENGLISH).containsKey("definition.ebitda." + code));
        Arrays.stream(RatioDefinitions.RetainedEarnings.values())
                .forEach(code -> assertThat(ENGLISH).containsKey("definition.retainedEarnings." + code));
        FinancialRatios.of(StatementSeries.of(OnFile.soundFirm(), OnFile.TODAY), OnFile.DEFINITIONS).stream()
                .flatMap(ratio -> ratio.definitions().entrySet().stream()).forEach(choice -> assertThat(ENGLISH)
                        .containsKeys("definition." + choice.getKey(), "definition." + choice.getKey() + "." + choice.getValue()));
    }

    private static Properties words(String resource) {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(RatingWordsTest.class.getClassLoader().getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
