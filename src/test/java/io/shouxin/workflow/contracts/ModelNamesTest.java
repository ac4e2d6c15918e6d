package io.shouxin.workflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of processes and of people's tasks stand in Chinese in the models; who reads English finds them by these words. */
class ModelNamesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern NAMED = Pattern.compile("<bpmn:(process|userTask) id=\"([^\"]+)\" name=\"([^\"]+)\"");

    @Test
    void everyProcessAndTaskIsCalledInBothLanguages() throws IOException {
        Properties chinese = words("general_zh.properties");
        Properties english = words("general.properties");

        assertThat(named()).isNotEmpty().allSatisfy(model -> {
            String key = (model.group(1).equals("process") ? "process." : "task.") + model.group(2);
            assertThat(chinese.getProperty(key)).as(key).isEqualTo(model.group(3));
            assertThat(english.getProperty(key)).as(key).matches("[A-Z][\\p{ASCII}]+");
        });
    }

    private static List<MatchResult> named() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).flatMap(model -> NAMED.matcher(text(model)).results()).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle))) {
            words.load(reader);
        }
        return words;
    }
}
