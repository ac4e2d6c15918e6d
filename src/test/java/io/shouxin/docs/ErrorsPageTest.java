package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is written from the messages: {@code mvn test -Dtest=ErrorsPageTest -Ddocs.write=true}. */
class ErrorsPageTest {

    private static final Pattern REFUSED = Pattern.compile(
            "\\b(?:(?:Limit)?Refusals?\\s*\\.of|refuse|refusal|bad|BadRow)\\(\\s*\"([A-Z0-9_]+)\"");

    @Test
    void thePageSaysWhatTheMessagesSay() throws IOException {
        Path page = Path.of("docs/errors.md");
        String current = ErrorsPage.ofMessages().text();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, current);
        }
        assertThat(Files.readString(page)).as("docs/errors.md; write it anew with -Ddocs.write=true").isEqualTo(current);
    }

    @Test
    void everyRefusalHasWordsAndHelpInBothLanguages() {
        assertThat(ErrorsPage.ofMessages().incomplete()).isEmpty();
    }

    @Test
    void everyCodeTheSourcesRefuseWithHasWords() {
        assertThat(Page.matches(REFUSED, Sources.production())).hasSizeGreaterThan(100).isSubsetOf(ErrorsPage.ofMessages().codes());
    }
}
