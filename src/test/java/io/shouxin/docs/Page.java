package io.shouxin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of prose as the tests read it: its links, its code spans and the rows of its tables. */
record Page(Path path, String text) {

    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?m)^ *```[\\s\\S]*?^ *```");
    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");

    /** Every page a reader is led to: the root's and all below {@code docs}. */
    static List<Page> all() {
        try (Stream<Path> root = Files.list(Path.of("")); Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs).filter(path -> path.toString().endsWith(".md")).sorted().map(Page::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page of(String path) {
        return of(Path.of(path));
    }

    private static Page of(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Targets of links and pictures to other files, without the part behind {@code #}; none that leave the project. */
    List<String> links() {
        return matches(LINK, withoutBlocks()).stream().filter(target -> !target.matches("(https?|mailto):.*"))
                .map(target -> target.replaceFirst("#.*", "")).filter(target -> !target.isEmpty()).toList();
    }

    /** Where a link of this page leads. */
    Path target(String link) {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        return folder.resolve(link).normalize();
    }

    /** What stands in backticks, outside of blocks. */
    List<String> codeSpans() {
        return matches(CODE, withoutBlocks());
    }

    /** The cells of every row of every table, heads and rulers included. */
    List<List<String>> rows() {
        return withoutBlocks().lines().filter(line -> line.startsWith("|"))
                .map(line -> cells(line)).toList();
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(CELL_BORDER.split(inner, -1)).map(String::strip).toList();
    }

    private String withoutBlocks() {
        return FENCE.matcher(text).replaceAll("");
    }

    static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
