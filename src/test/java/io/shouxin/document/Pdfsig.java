package io.shouxin.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The signature checker of poppler-utils, which knows nothing of ours. */
final class Pdfsig {

    private static final Path PROGRAM = Path.of("/usr/bin/pdfsig");
    private static final Pattern VALIDATION = Pattern.compile("Signature Validation: (.*)");
    private static final Pattern TOTAL = Pattern.compile("- (Total document signed|Not total document signed)");

    private Pdfsig() {
    }

    /** Skips the test where the program is missing, unless SHOUXIN_REQUIRE_PDFSIG=1 forbids it. */
    static void required() {
        boolean there = Files.isExecutable(PROGRAM);
        String missing = "signatures are checked independently by " + PROGRAM + " (apt-get install -y poppler-utils)";
        if (!there && "1".equals(System.getenv("SHOUXIN_REQUIRE_PDFSIG"))) {
            throw new IllegalStateException(missing + "; SHOUXIN_REQUIRE_PDFSIG=1 forbids skipping");
        }
        if (!there) {
            System.out.println("SKIPPED: " + missing);
        }
        Assumptions.assumeTrue(there, missing);
    }

    static Answer of(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.createTempFile("signed", ".pdf");
        Path home = Files.createTempDirectory("pdfsig");
        try {
            Files.write(file, pdf);
            ProcessBuilder asked = new ProcessBuilder(PROGRAM.toString(), "-nocert", file.toString()).redirectErrorStream(true);
            asked.environment().put("HOME", home.toString());
            Process process = asked.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return new Answer(text, VALIDATION.matcher(text).results().map(Pdfsig::first).toList(), TOTAL.matcher(text).results().map(Pdfsig::first).toList());
        } finally {
            Files.deleteIfExists(file);
            try (var left = Files.walk(home)) {
                left.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static String first(MatchResult found) {
        return found.group(1).strip();
    }

    /** What it said of each signature, in the order of the file. */
    record Answer(String text, List<String> validations, List<String> coverage) {
    }
}
