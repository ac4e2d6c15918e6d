package io.shouxin.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/**
 * An empty database of its own on the tests' MySQL or MariaDB server.
 *
 * <p>It has the character set that the server gives by default (three-byte or Latin on many servers), as an operator's
 * database may: the migrations must make it {@code utf8mb4}. It is gone when the JVM ends.
 */
public record TestDatabase(String url, String user, String password) {

    /** Makes an empty database, starting the server if none runs yet. */
    public static TestDatabase fresh() {
        DatabaseServer server = DatabaseServer.running();
        String name = "shouxin_" + UUID.randomUUID().toString().substring(0, 8);
        run(server, "CREATE DATABASE " + name);
        if (server.outlivesTheTests()) {
            SpringApplication.getShutdownHandlers().add(() -> run(server, "DROP DATABASE " + name));
        }
        return new TestDatabase(
                server.url() + name + "?nullDatabaseMeansCurrent=true", server.user(), server.password());
    }

    /** A connection of the test's own, beside the application's pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static void run(DatabaseServer server, String statement) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement + " failed on " + server.url(), failure);
        }
    }
}
