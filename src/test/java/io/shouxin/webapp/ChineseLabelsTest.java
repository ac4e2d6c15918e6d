package io.shouxin.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our Chinese label files against the English ones shipped with Camunda's web applications.
 *
 * <p>The applications load the Chinese file alone, so a label missing in it would be shown as its bare key.
 */
class ChineseLabelsTest {

    private static final String APPLICATIONS = "/META-INF/resources/webjars/camunda/app/";

    /** What a person or the page fills in, and what the browser reads as markup. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{.*?}}|%[sd]|</?(?:a|b|br|em|i|p|span|strong)\\b[^>]*>|&[a-z]+;");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Comparison signs, and a text that is empty in English too. */
    private static final Set<String> NEEDS_NO_CHINESE = Set.of(
            "labels.SEARCH_LESS_THAN", "labels.SEARCH_LESS_THAN_EQUALS",
            "labels.SEARCH_GREATER_THAN", "labels.SEARCH_GREATER_THAN_EQUALS",
            "labels.NO_TASK_FORM");

    private static final Set<String> DATE_PATTERNS = Set.of(
            "dateLocales.calendar.sameElse", "dateLocales.calendar.nextWeek",
            "dateLocales.longDateFormat.L", "dateLocales.longDateFormat.LT",
            "dateLocales.week.dow", "dateLocales.week.doy");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void translatesEachShippedLabelAndNoOther(String application) throws IOException {
        Set<String> missing = new TreeSet<>(english(application).keySet());
        Set<String> unknown = new TreeSet<>(chinese(application).keySet());
        missing.removeAll(chinese(application).keySet());
        unknown.removeAll(english(application).keySet());

        assertThat(missing).as("labels of %s without Chinese", application).isEmpty();
        assertThat(unknown).as("labels %s does not know", application).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void leavesNoLabelEmptyThatHasAText(String application) throws IOException {
        Map<String, String> english = english(application);

        assertThat(labels(application, (key, text) -> text.isBlank() != english.get(key).isBlank())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void keepsEveryPlaceholderAndEveryMarkup(String application) throws IOException {
        Map<String, String> english = english(application);

        assertThat(labels(application, (key, text) -> !placeholders(text).equals(placeholders(english.get(key))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void saysEverythingInChinese(String application) throws IOException {
        assertThat(labels(application, (key, text) -> !CHINESE.matcher(text).find()
                && !NEEDS_NO_CHINESE.contains(key) && !DATE_PATTERNS.contains(key))).isEmpty();
    }

    /** The Chinese labels of the application that are as described; those the application does not know are left out. */
    private static Map<String, String> labels(String application, BiPredicate<String, String> description)
            throws IOException {
        Map<String, String> labels = new TreeMap<>(chinese(application));
        labels.keySet().retainAll(english(application).keySet());
        labels.entrySet().removeIf(label -> !description.test(label.getKey(), label.getValue()));
        return labels;
    }

    /** In sorted order: a sentence may name its parts in another order in Chinese. */
    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results()
                .map(match -> match.group().replaceAll("\\s", ""))
                .sorted()
                .toList();
    }

    private static Map<String, String> english(String application) throws IOException {
        return texts(application, "en");
    }

    private static Map<String, String> chinese(String application) throws IOException {
        return texts(application, "zh");
    }

    private static Map<String, String> texts(String application, String language) throws IOException {
        String file = APPLICATIONS + application + "/locales/" + language + ".json";
        try (InputStream stream = ChineseLabelsTest.class.getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> texts = new TreeMap<>();
            collect("", JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text), texts);
            return texts;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field ->
                    collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(path + "[" + index + "]", node.get(index), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }
}
