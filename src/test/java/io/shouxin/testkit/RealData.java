package io.shouxin.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of real cases, which are not part of the project: tests on them are skipped where they are absent. */
public final class RealData {

    private RealData() {
    }

    /** A file of the data folder, {@code ../shared/data} unless {@code -Dshouxin.data} names another. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("shouxin.data", "../shared/data")).resolve(name);
        assumeTrue(Files.isReadable(file), "no file " + file + ": what it shows is not tested (-Dshouxin.data names another folder)");
        return file;
    }
}
