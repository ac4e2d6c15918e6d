package io.shouxin.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files of policy tables in the policy folder: what a policy officer starts a draft from. */
public final class PolicyFile {

    private PolicyFile() {
    }

    public static String newest(String policy) throws IOException {
        return Files.readString(path(policy));
    }

    public static String of(String policy, String version) throws IOException {
        return Files.readString(Path.of("processes", "policies", policy, policy + "-" + version + ".dmn"));
    }

    public static String newestVersion(String policy) throws IOException {
        return path(policy).getFileName().toString().replace(policy + "-", "").replace(".dmn", "");
    }

    private static Path path(String policy) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes", "policies", policy))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().reduce((one, other) -> other).orElseThrow();
        }
    }
}
