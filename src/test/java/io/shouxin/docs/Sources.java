package io.shouxin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the project's own files say, for comparison with the prose. */
final class Sources {

    private static final Pattern ELEMENT = Pattern.compile("<bpmn:(?!sequenceFlow|message )\\w+ id=\"([^\"]+)\"");

    private Sources() {
    }

    /** Simple names of all classes in files of their own. */
    static Set<String> classes() {
        return Stream.of("src/main/java", "src/test/java", "src/bench/java").flatMap(root -> files(root, ".java").stream())
                .map(path -> path.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
    }

    /** The text of all production sources. */
    static String production() {
        return files("src/main/java", ".java").stream().map(Sources::read).collect(Collectors.joining("\n"));
    }

    /** Ids of all elements of all process models. */
    static Set<String> elements() {
        return files("processes", ".bpmn").stream().flatMap(model -> Page.matches(ELEMENT, read(model)).stream())
                .collect(Collectors.toSet());
    }

    static List<Path> files(String root, String ending) {
        try (Stream<Path> walk = Files.walk(Path.of(root))) {
            return walk.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
