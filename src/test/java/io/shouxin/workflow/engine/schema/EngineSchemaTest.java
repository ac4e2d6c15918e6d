package io.shouxin.workflow.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSchemaTest {

    private static final String URL = "jdbc:h2:mem:engine-schema;DB_CLOSE_DELAY=-1";

    @Test
    void createsTheTablesOfTheEngineOnH2() throws Exception {
        Flyway.configure()
                .dataSource(URL, "sa", "")
                .locations(new String[0])
                .javaMigrations(new EngineSchema())
                .load()
                .migrate();

        try (Connection connection = DriverManager.getConnection(URL, "sa", "")) {
            assertThat(text(connection, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'ACT\\_%'"))
                    .isEqualTo("49");
            assertThat(text(connection, "SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'schema.version'"))
                    .isEqualTo("fox");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    })
    void leavesNoTableOfTheEngineInThreeByteCharacters(String part) throws Exception {
        String script = EngineSchema.script("mysql", part).toLowerCase();

        assertThat(script).contains("charset=utf8mb4 collate utf8mb4_bin");
        assertThat(script).doesNotContainPattern("utf8(?!mb4)");
    }

    private static String text(Connection connection, String query) throws Exception {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
