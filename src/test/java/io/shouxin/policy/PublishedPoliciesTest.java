package io.shouxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedPoliciesTest {

    private static final Path FOLDER = Path.of("processes", "policies");

    @Test
    void noPublishedFileWasChangedSince() {
        assertThatCode(() -> PublishedPolicies.in("processes/policies")).doesNotThrowAnyException();
    }

    @Test
    void refusesToOpenWhenAFileWasChangedAfterPublication() {
        assertThatThrownBy(() -> PublishedPolicies.in("policies-sample/tampered"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("sample-terms-2026.1.dmn was changed");
    }

    @Test
    void refusesToOpenWhenAPublishedFileIsMissing() {
        assertThatThrownBy(() -> PublishedPolicies.in("policies-sample/missing"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("missing");
    }

    @Test
    void refusesTwoVersionsOfOneDay() {
        assertThatThrownBy(() -> PublishedPolicies.in("policies-sample/twice"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("twice");
    }

    @Test
    void everyTableInTheFolderIsPublished() throws IOException {
        PublishedPolicies published = PublishedPolicies.in("processes/policies");
        Set<String> listed = published.keys().stream().flatMap(key -> published.of(key).stream())
                .map(PolicyVersion::resource).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> found = files.filter(file -> file.toString().endsWith(".dmn"))
                    .map(file -> "processes/policies/" + FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(listed);
        }
    }

    @Test
    void everyFileCarriesItsKeyAndVersion() throws IOException {
        PublishedPolicies published = PublishedPolicies.in("processes/policies");
        for (PolicyVersion version : published.keys().stream().flatMap(key -> published.of(key).stream()).toList()) {
            assertThat(Files.readString(Path.of(version.resource()))).as(version.resource())
                    .contains("<decision id=\"" + version.key() + "\"").contains("camunda:versionTag=\"" + version.version() + "\"")
                    .contains("camunda:historyTimeToLive=\"P3650D\"").contains("<description>");
        }
    }

    @Test
    void takesTheLoanPrimeRateOfTheDay() {
        PublishedPolicies published = PublishedPolicies.in("processes/policies");

        assertThat(published.inForce("lending-rate", LocalDate.of(2024, 10, 20)).version()).isEqualTo("2024.2");
        assertThat(published.inForce("lending-rate", LocalDate.of(2024, 10, 21)).version()).isEqualTo("2024.3");
        assertThat(published.inForce("lending-rate", LocalDate.of(2026, 1, 1)).version()).isEqualTo("2025.1");
    }
}
