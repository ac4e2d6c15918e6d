package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that does something, hides something or can't be opened is not taken in. */
class FileCheckTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "pdf,                           PDF,  ''",
        "pdf that runs a script,        PDF,  FILE_HAS_SCRIPT",
        "pdf with a script on its page, PDF,  FILE_HAS_SCRIPT",
        "pdf that starts a program,     PDF,  FILE_HAS_SCRIPT",
        "pdf with a password,           PDF,  FILE_ENCRYPTED",
        "pdf cut off,                   PDF,  FILE_UNREADABLE",
        "png,                           PNG,  ''",
        "png cut off,                   PNG,  FILE_UNREADABLE",
        "png of 60000 by 60000,         PNG,  FILE_UNPACKS_TOO_LARGE",
        "xlsx,                          XLSX, ''",
        "xlsx that unpacks to 400 MB,   XLSX, FILE_UNPACKS_TOO_LARGE",
        "xlsx with a path in an entry,  XLSX, FILE_HAS_SCRIPT",
        "xlsx with a macro,             XLSX, FILE_HAS_SCRIPT"})
    void saysWhatSpeaksAgainstAFile(String kind, FileType type, String code) {
        byte[] content = HostileFiles.of(kind);
        assertThat(FileType.of(content, "a")).contains(type);
        Optional<String> found = FileCheck.objection(type, content).map(Refusal::code);
        assertThat(found.orElse("")).isEqualTo(code);
    }
}
