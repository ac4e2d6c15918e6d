package io.shouxin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page of all refusals, worked out from the messages: modules and their codes in alphabetical order. */
record ErrorsPage(Map<String, Map<String, Entry>> modules) {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String HEAD = """
            # Refusals

            Every "no" of a desk has a code. Forms show its message beside the field and who can help below it; the API answers
            with status 422 and the same words (see [api.md](guides/api.md)). A value in braces is filled in. Refusals change nothing.

            This page is written from `src/main/resources/messages`; don't edit it. After changing a message:
            `mvn test -Dtest=ErrorsPageTest -Ddocs.write=true`.
            """;

    static ErrorsPage ofMessages() {
        Map<String, Map<String, Entry>> modules = new TreeMap<>();
        for (Path english : Sources.files(MESSAGES.toString(), ".properties")) {
            String name = english.getFileName().toString().replace(".properties", "");
            if (!name.endsWith("_zh")) {
                Map<String, Entry> entries = entries(words(name), words(name + "_zh"));
                if (!entries.isEmpty()) {
                    modules.put(name, entries);
                }
            }
        }
        return new ErrorsPage(modules);
    }

    private static Map<String, Entry> entries(Properties english, Properties chinese) {
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(chinese.stringPropertyNames());
        Map<String, Entry> entries = new TreeMap<>();
        keys.stream().filter(key -> key.matches("refusal\\.[A-Z0-9_]+(\\.help)?")).forEach(key -> {
            String refusal = key.replaceFirst("\\.help$", "");
            String help = refusal + ".help";
            entries.put(refusal.substring("refusal.".length()), new Entry(english.getProperty(refusal, ""), chinese.getProperty(refusal, ""),
                    english.getProperty(help, ""), chinese.getProperty(help, "")));
        });
        return entries;
    }

    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        modules.values().forEach(entries -> codes.addAll(entries.keySet()));
        return codes;
    }

    /** Codes without a word or without help in one of the languages. */
    Set<String> incomplete() {
        Set<String> incomplete = new TreeSet<>();
        modules.values().forEach(entries -> entries.forEach((code, entry) -> {
            if (List.of(entry.english(), entry.chinese(), entry.help(), entry.chineseHelp()).stream().anyMatch(String::isBlank)) {
                incomplete.add(code);
            }
        }));
        return incomplete;
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        modules.forEach((module, entries) -> {
            text.append("\n## ").append(Character.toUpperCase(module.charAt(0))).append(module.substring(1))
                    .append("\n| Code | Message | Who can help |\n|---|---|---|\n");
            entries.forEach((code, entry) -> text.append("| `").append(code).append("` | ").append(cell(entry.english(), entry.chinese()))
                    .append(" | ").append(cell(entry.help(), entry.chineseHelp())).append(" |\n"));
        });
        return text.toString();
    }

    private static String cell(String english, String chinese) {
        return (english + "<br>" + chinese).replace("|", "\\|").replace("\n", " ");
    }

    private static Properties words(String bundle) {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    /** Words for one code, in both languages. */
    record Entry(String english, String chinese, String help, String chineseHelp) {
    }
}
