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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingWordsTest {

    private static final Properties ENGLISH = words("messages/rating.properties");
    private static final Properties CHINESE = words("messages/rating_zh.properties");
    private static final List<String> SCORECARDS = Stream.of(RatingBasis.values()).map(RatingBasis::scorecard).toList();

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(new TreeSet<>(CHINESE.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
        assertThat(ENGLISH.values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        assertThat(CHINESE.values()).allSatisfy(text -> assertThat(Pattern.compile("\\p{IsHan}").matcher(text.toString()).find()).isTrue());
    }

    @Test
    void namesEveryCharacteristicAndReasonOfTheTables() {
        for (String scorecard : SCORECARDS) {
            for (String version : ScorecardTable.versions(scorecard)) {
                ScorecardTable.read(version).outputs().forEach(said ->
                        assertThat(ENGLISH).containsKeys("characteristic." + said.get(0), "reason." + said.get(3)));
            }
        }
        ScorecardTable.versions("knock-out").forEach(version -> ScorecardTable.read(version).outputs()
                .forEach(said -> assertThat(ENGLISH).containsKey("reason." + said.get(0))));
    }

    @Test
    void namesEveryRatioWithItsFormula() {
        FinancialRatios.of(StatementSeries.of(OnFile.soundFirm(), OnFile.TODAY)).forEach(ratio ->
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
