package io.shouxin.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts, styles and pages we add to Camunda's web applications: a name that leads nowhere leaves a blank page. */
class WebappFilesTest {

    private static final Path APPLICATIONS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

    private static final Pattern IMPORT = Pattern.compile("(?:from|import|@import url\\()\\s*['\"](\\.[^'\"]+)['\"]");
    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\[(.*?)]", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern PAGE_FILE = Pattern.compile(
            "\\$APP_ROOT/app/([\\w-]+/[\\w-]+\\.\\w+)\"");
    private static final Pattern PLACE = Pattern.compile("\\['([a-z-]+)', say\\(");
    private static final Pattern SHORTCUT = Pattern.compile("(\\w+): \\{\\s*key: '([^']+)'");
    private static final Pattern TEXT = Pattern.compile("data-text=\"(\\w+)\"");

    @Test
    void importsOnlyFilesThatExist() throws IOException {
        Set<String> nowhere = new TreeSet<>();
        for (Path file : files(".js", ".css")) {
            IMPORT.matcher(Files.readString(file)).results()
                    .map(found -> file.resolveSibling(found.group(1)).normalize())
                    .filter(imported -> !Files.exists(imported))
                    .forEach(imported -> nowhere.add(file + " -> " + imported));
        }

        assertThat(nowhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void findsEachCustomScriptOfTheConfiguration(String application) throws IOException {
        List<String> scripts = CUSTOM_SCRIPTS.matcher(configuration(application)).results()
                .flatMap(list -> QUOTED.matcher(list.group(1)).results())
                .map(script -> script.group(1))
                .toList();

        assertThat(scripts).isNotEmpty().allSatisfy(script ->
                assertThat(APPLICATIONS.resolve(application).resolve(script + ".js").normalize()).exists());
    }

    /** Whoever the engine lets start a business process is offered it; the administrator, who may start anything, is not. */
    @Test
    void offersTheStartToExactlyTheRolesThatMayStartABusinessProcess() throws IOException {
        String script = Files.readString(APPLICATIONS.resolve("tasklist/scripts/shouxin/roles.js"));
        String offered = script.substring(script.indexOf("MAY_START = ["), script.indexOf("];"));
        String rights = Files.readString(Path.of("src/main/java/io/shouxin/workflow/people/Rights.java"));
        Set<String> mayStart = Pattern.compile("mayStart\\(\"[^;]*;").matcher(rights).results()
                .flatMap(call -> Pattern.compile("Role\\.(\\w+)").matcher(call.group()).results()).map(role -> role.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mayStart).isNotEmpty();
        assertThat(new TreeSet<>(QUOTED.matcher(offered).results().map(role -> role.group(1)).toList())).isEqualTo(mayStart);
        assertThat(Files.readString(APPLICATIONS.resolve("tasklist/styles/user-styles.css")))
                .contains(".shouxin-starts-nothing .start-process-action", ".shouxin-claims-nothing [ng-click='claim()']");
    }

    @Test
    void keepsTheShippedKeyboardShortcutsOfTasklist() throws IOException {
        assertThat(shortcuts(configuration("tasklist"))).isEqualTo(shortcuts(shipped("tasklist/scripts/config.js")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsEachFileOfAPage(String folder) throws IOException {
        List<String> named = PAGE_FILE.matcher(page(folder)).results().map(found -> found.group(1)).toList();

        assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(APPLICATIONS.resolve(file)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasAWordingForEachTextOfAPage(String folder) throws IOException {
        String own = Files.readString(APPLICATIONS.resolve(folder).resolve("words.js"));
        String words = Files.readString(APPLICATIONS.resolve("shouxin/common-words.js")) + own;

        assertThat(own).contains("  ...common,");
        assertThat(TEXT.matcher(page(folder)).results().map(found -> found.group(1)).toList())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(words).contains("  " + text + ": say("));
    }

    /** A page that no link leads to is found by nobody; the messages stand in every page's header. */
    @Test
    void reachesEachPageFromTheOverview() throws IOException {
        String places = Files.readString(APPLICATIONS.resolve("shouxin/places.js"));

        assertThat(PLACE.matcher(places).results().map(found -> found.group(1)).sorted().toList())
                .isEqualTo(pages().filter(page -> !Set.of("shouxin", "messages").contains(page)).toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsFromEachPageToTheTasksAndTheMessages(String folder) throws IOException {
        assertThat(page(folder)).contains("href=\"$APP_ROOT/app/shouxin/default/\"", "href=\"$APP_ROOT/app/tasklist/default/\"", "href=\"$APP_ROOT/app/messages/default/\"");
    }

    private static Stream<String> pages() throws IOException {
        try (Stream<Path> folders = Files.list(APPLICATIONS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("index.html"))).map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Set<String> shortcuts(String configuration) {
        Set<String> shortcuts = new TreeSet<>();
        SHORTCUT.matcher(configuration).results().map(WebappFilesTest::nameAndKey).forEach(shortcuts::add);
        return shortcuts;
    }

    private static String nameAndKey(MatchResult shortcut) {
        return shortcut.group(1) + " " + shortcut.group(2);
    }

    private static String page(String folder) throws IOException {
        return Files.readString(APPLICATIONS.resolve(folder).resolve("index.html"));
    }

    private static String configuration(String application) throws IOException {
        return Files.readString(APPLICATIONS.resolve(application).resolve("scripts/config.js"));
    }

    /** From Camunda's jar: our own file of the same name stands before it on the class path. */
    private static String shipped(String file) throws IOException {
        var candidates = WebappFilesTest.class.getClassLoader()
                .getResources("META-INF/resources/webjars/camunda/app/" + file);
        while (candidates.hasMoreElements()) {
            var candidate = candidates.nextElement();
            if (candidate.getProtocol().equals("jar")) {
                try (InputStream stream = candidate.openStream()) {
                    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("Camunda's web applications are not on the class path");
    }

    private static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATIONS)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
        }
    }
}
