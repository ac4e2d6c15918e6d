package io.shouxin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A customer never reads a code: every message that is sent has its words in both languages. */
class MessageWordsTest {

    private static final Pattern SENT = Pattern.compile("messages\\.send\\(([^;]*)\\);", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    @Test
    void everyMessageThatIsSentHasWordsInBothLanguages() throws IOException {
        List<String> codes = codesSent();
        assertThat(codes).isNotEmpty();
        for (String bundle : List.of("general.properties", "general_zh.properties")) {
            assertThat(words(bundle).stringPropertyNames()).as(bundle).containsAll(codes.stream()
                    .flatMap(code -> Stream.of("message." + code, "messageTitle." + code)).toList());
        }
    }

    private static List<String> codesSent() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java")).flatMap(path -> {
                Matcher sent = SENT.matcher(text(path));
                return sent.results().flatMap(call -> CODE.matcher(call.group(1)).results()).map(found -> found.group(1));
            }).distinct().sorted().toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
