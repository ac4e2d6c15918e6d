package io.shouxin.startup;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * How long people wait for the product beside a bare application of Camunda's starters: both are started in turn, each
 * in a process of its own with the same flags, once on an empty database and once more on what the first start left.
 * The bare application has the starters' libraries only, as Camunda's documentation names them for an application.
 */
@Tag("bench")
class StartUpBench {

    private static final int ROUNDS = Integer.getInteger("bench.starts", 5);
    /** By default the flags of {@code mvn spring-boot:run}. */
    private static final List<String> FLAGS = Arrays.stream(System.getProperty("bench.flags", "-XX:TieredStopAtLevel=1").split(" "))
            .filter(flag -> !flag.isBlank()).toList();
    private static final Set<String> STARTERS = Set.of("org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter",
            "org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter-webapp",
            "org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter-rest",
            "org.springframework.boot:spring-boot-starter-jdbc", "com.h2database:h2");
    private static final String BARE_CLASS = "bare/BareApplication.class";

    private final Map<String, List<Start>> starts = new HashMap<>();

    @Test
    void theProductBesideBareStarters() throws IOException, InterruptedException {
        Path folder = Path.of("target", "start-up").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        LibraryTree libraries = LibraryTree.read(Path.of("target", "dependencies.txt"));
        Candidate product = new Candidate("product", "io.shouxin.ShouxinApplication",
                Path.of("target", "classes").toAbsolutePath() + File.pathSeparator
                        + libraries.classPath(libraries.ofTheApplication()),
                List.of(), "applicant", "shouxin-demo");
        Candidate bare = new Candidate("bare", "bare.BareApplication",
                bareClass(folder.resolve("classes")) + File.pathSeparator + libraries.classPath(STARTERS),
                List.of("--spring.datasource.url=jdbc:h2:file:./data/bare", "--camunda.bpm.admin-user.id=admin",
                        "--camunda.bpm.admin-user.password=admin"), "admin", "admin");
        for (int round = 0; round < ROUNDS; round++) {
            Path own = folder.resolve("round" + round);
            for (String database : List.of("empty", "existing")) {
                for (Candidate candidate : List.of(product, bare)) {
                    Start start = Start.of(candidate, FLAGS, own.resolve(candidate.name()));
                    starts.computeIfAbsent(candidate.name() + " " + database, first -> new ArrayList<>()).add(start);
                }
            }
        }
        print("empty");
        print("existing");
    }

    /** The one class of the bare application, away from all other tests and their files. */
    private static Path bareClass(Path folder) throws IOException {
        Path file = folder.resolve(BARE_CLASS);
        Files.createDirectories(file.getParent());
        try (InputStream compiled = StartUpBench.class.getClassLoader().getResourceAsStream(BARE_CLASS)) {
            Files.copy(compiled, file);
        }
        return folder;
    }

    private void print(String database) {
        System.out.printf("%nStart on an %s database, median of %d, flags %s%n", database, ROUNDS, FLAGS);
        System.out.printf("%-28s %18s %18s %18s%n", "", "first answer, s", "its CPU, s", "signed in, s");
        line("full product", database, "product");
        line("bare starters", database, "bare");
        System.out.printf("%-28s %18.2f %18.2f %18.2f%n", "product / bare", ratio(database, Start::wall), ratio(database, Start::cpu),
                ratio(database, Start::signedIn));
    }

    private void line(String title, String database, String candidate) {
        List<Start> all = starts.get(candidate + " " + database);
        System.out.printf("%-28s %18.2f %18.2f %18.2f%n", title, median(all, Start::wall) / 1e3, median(all, Start::cpu) / 1e3,
                median(all, Start::signedIn) / 1e3);
    }

    private double ratio(String database, ToDoubleFunction<Start> figure) {
        return median(starts.get("product " + database), figure) / median(starts.get("bare " + database), figure);
    }

    private static double median(List<Start> all, ToDoubleFunction<Start> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
