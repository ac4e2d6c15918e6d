package io.shouxin.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which library brings which: the build's own tree, written by {@code dependency:tree} with what it left out as a
 * duplicate. From it a class path can be cut that holds some libraries with all they bring, and nothing else.
 */
final class LibraryTree {

    /** Depth by the bars before the name, then group, name, type and perhaps classifier, version, scope. */
    private static final Pattern LINE = Pattern.compile("^((?:[|+\\\\ ][ -]{2})*)\\(?([\\w.-]+):([\\w.-]+):jar(?::[\\w.-]+)*?:(compile|runtime|test|provided).*");

    private final Map<String, Set<String>> brought = new HashMap<>();
    private final Set<String> own = new LinkedHashSet<>();

    private LibraryTree() {
    }

    static LibraryTree read(Path file) throws IOException {
        LibraryTree tree = new LibraryTree();
        List<String> ancestors = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches()) {
                throw new IllegalStateException("not a line of a library tree: " + line);
            }
            int depth = entry.group(1).length() / 3;
            String library = entry.group(2) + ":" + entry.group(3);
            ancestors.subList(depth - 1, ancestors.size()).clear();
            if (!ancestors.isEmpty()) {
                tree.brought.computeIfAbsent(ancestors.get(ancestors.size() - 1), parent -> new LinkedHashSet<>()).add(library);
            } else if (!entry.group(4).equals("test")) {
                tree.own.add(library);
            }
            ancestors.add(library);
        }
        return tree;
    }

    /** Libraries the application itself asks for, those for its tests left out. */
    Set<String> ofTheApplication() {
        return own;
    }

    /** The part of the running class path that is one of these libraries or brought by one. */
    String classPath(Set<String> chosen) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            String library = open.pop();
            if (found.add(library)) {
                open.addAll(brought.getOrDefault(library, Set.of()));
            }
        }
        Set<String> folders = found.stream().map(LibraryTree::folder).collect(Collectors.toSet());
        String running = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(running.split(File.pathSeparator)).filter(path -> path.endsWith(".jar"))
                .filter(path -> folders.stream().anyMatch(path::contains)).collect(Collectors.joining(File.pathSeparator));
    }

    private static String folder(String library) {
        String[] groupAndName = library.split(":");
        return "/" + groupAndName[0].replace('.', '/') + "/" + groupAndName[1] + "/";
    }
}
