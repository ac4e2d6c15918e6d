package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One noun for one thing, and the noun is the one the code uses. */
class GlossaryTest {

    private final List<List<String>> entries = Page.of("docs/glossary.md").rows().stream()
            .filter(row -> row.size() >= 3 && !row.get(0).equals("中文") && !row.get(0).startsWith("---")).toList();

    @Test
    void everyJavaNameExists() {
        Set<String> classes = Sources.classes();
        String production = Sources.production();
        assertThat(javaNames()).isNotEmpty().allSatisfy(name -> assertThat(exists(name, classes, production)).as(name).isTrue());
    }

    @Test
    void noWordStandsForTwoThings() {
        assertThat(entries.stream().map(row -> row.get(0)).toList()).doesNotHaveDuplicates();
        assertThat(entries.stream().map(row -> row.get(1).toLowerCase()).toList()).doesNotHaveDuplicates();
        assertThat(javaNames()).doesNotHaveDuplicates();
    }

    /** Words that once stood for the same thing; published policies keep theirs. */
    @Test
    void noSecondWordForTheCommitteeStandsWherePeopleRead() throws IOException {
        for (String folder : List.of("src/main/resources/messages", "src/main/resources/META-INF/resources/webjars", "forms", "docs")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(properties|js|html|md)"))).allSatisfy(file ->
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("审贷会", "贷审会", "信审会"));
            }
        }
    }

    private List<String> javaNames() {
        return entries.stream().map(row -> row.get(2)).flatMap(cell -> Arrays.stream(cell.split(",")))
                .map(name -> name.replace("`", "").strip()).filter(name -> !name.equals("–")).toList();
    }

    /** A class, {@code Type.CONSTANT} or {@code Type.component}. */
    private static boolean exists(String name, Set<String> classes, String production) {
        String[] parts = name.split("\\.");
        boolean known = classes.contains(parts[0]) || Stream.of("record ", "enum ", "interface ", "class ")
                .anyMatch(kind -> production.contains(kind + parts[0]));
        return known && (parts.length == 1 || production.matches("(?s).*\\b" + parts[1] + "\\b.*"));
    }
}
