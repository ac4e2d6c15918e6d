package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/requirements.md} leaves no requirement out and says of each honestly where it stands. */
class RequirementsPageTest {

    private static final Map<String, Integer> SECTIONS = new TreeMap<>(Map.ofEntries(Map.entry("A", 16), Map.entry("B", 9),
            Map.entry("C", 13), Map.entry("D", 13), Map.entry("E", 8), Map.entry("F", 13), Map.entry("G", 6), Map.entry("H", 6),
            Map.entry("I", 11), Map.entry("J-", 4), Map.entry("K", 6), Map.entry("L", 6), Map.entry("M", 13), Map.entry("N", 6),
            Map.entry("O", 4), Map.entry("P", 5), Map.entry("Q", 3), Map.entry("R", 24), Map.entry("Z", 10)));
    private static final Pattern ID = Pattern.compile("[A-Z]-?\\d+a?");
    private static final Set<String> STATES = Set.of("done", "partly", "open");
    private static final Pattern NAMED = Pattern.compile("`[^`]+`|\\[[^]]+]\\(");

    private final List<List<String>> rows = Page.of("docs/requirements.md").rows().stream()
            .filter(row -> ID.matcher(row.get(0)).matches()).toList();

    @Test
    void everyRequirementStandsOnTheirPageOnce() {
        List<String> expected = new ArrayList<>(List.of("M7a", "N1a"));
        SECTIONS.forEach((section, count) -> {
            for (int number = 1; number <= count; number++) {
                expected.add(section + number);
            }
        });
        assertThat(rows.stream().map(row -> row.get(0))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRequirementHasAState() {
        assertThat(rows).allSatisfy(row -> assertThat(STATES).contains(row.get(2)));
    }

    @Test
    void whatIsDoneNamesAPlaceAndWhatIsPartlyDoneSaysWhatIsMissing() {
        assertThat(rows.stream().filter(row -> !isBorneOut(row.get(2), row.get(3))).map(row -> row.get(0))).isEmpty();
    }

    private static boolean isBorneOut(String state, String where) {
        boolean named = NAMED.matcher(where).find();
        return switch (state) {
            case "done" -> named && !where.contains("later:");
            case "partly" -> named && where.contains("later:");
            default -> true;
        };
    }
}
