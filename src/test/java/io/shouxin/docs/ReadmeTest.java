package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Who knows only the README gets in, and who runs the product finds every setting. */
class ReadmeTest {

    private static final Path PEOPLE = Path.of("src/main/java/io/shouxin/workflow/people/DemoPeople.java");
    private static final Pattern LOGIN = Pattern.compile("open\\(\"(\\w+)\"");
    private static final Pattern PASSWORD = Pattern.compile("PASSWORD = \"([^\"]+)\"");
    private static final Pattern SETTING = Pattern.compile("\\$\\{(SHOUXIN_[A-Z_]+|shouxin\\.[a-z.-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void namesTheTwoCommandsAndWhereToGo(String readme) {
        assertThat(Page.of(readme).text()).contains("mvn spring-boot:run", "mvn verify", "http://localhost:8080",
                "java -jar target/shouxin.jar help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void namesEveryDemoPersonAndTheirPassword(String readme) {
        String people = Sources.read(PEOPLE);
        List<String> logins = Page.matches(LOGIN, people);
        assertThat(logins).hasSizeGreaterThan(10);
        assertThat(Page.of(readme).codeSpans()).containsAll(logins).containsAll(Page.matches(PASSWORD, people));
    }

    @Test
    void everySettingStandsInTheGuide() {
        Set<String> settings = new TreeSet<>();
        settings.addAll(Page.matches(SETTING, Sources.production()));
        Sources.files("src/main/resources", ".yml").forEach(file -> settings.addAll(Page.matches(SETTING, Sources.read(file))));
        settings.addAll(Page.matches(SETTING, Sources.read(Path.of("docker-compose.yml"))));
        assertThat(settings).isNotEmpty();
        assertThat(Page.of("docs/guides/running.md").codeSpans()).containsAll(settings);
    }
}
