package io.shouxin.workflow.engine.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Migration V001: the tables of the process engine, created from the scripts inside the engine's own jar.
 *
 * <p>The engine's scripts for MySQL and MariaDB ask for the three-byte character set {@code utf8}, in which a name
 * such as 𠮷野 cannot be stored; they are run with {@code utf8mb4} instead. On these servers the database itself is
 * made {@code utf8mb4} first, so that the tables of all later migrations hold every Chinese character too.
 *
 * <p>The engine must not touch the schema itself: {@code camunda.bpm.database.schema-update} is {@code false}.
 */
@Component
class EngineSchema implements JavaMigration {

    /** The engine's create scripts in the order in which it runs them itself. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String vendor = vendorOf(connection);
        if (vendor.equals("mysql")) {
            makeDatabaseFourByte(connection);
        }
        for (String part : PARTS) {
            String script = script(vendor, part);
            ScriptUtils.executeSqlScript(
                    connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8), part));
        }
    }

    /** The engine's create script for a database, with four-byte characters. */
    static String script(String vendor, String part) throws IOException {
        return new ClassPathResource(SCRIPT.formatted(vendor, part))
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
    }

    /** The scripts' word for the database; MariaDB is served by those for MySQL. */
    private static String vendorOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "MySQL", "MariaDB" -> "mysql";
            default -> throw new SQLException("No engine schema for the database " + product);
        };
    }

    private static void makeDatabaseFourByte(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("001");
    }

    @Override
    public String getDescription() {
        return "engine schema";
    }

    /** None: the scripts belong to the engine, and a later engine's scripts may differ. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
