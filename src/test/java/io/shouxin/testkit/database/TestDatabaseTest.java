package io.shouxin.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class TestDatabaseTest {

    @Test
    void keepsARareCharacterInAFourByteTable() throws Exception {
        try (Connection connection = TestDatabase.fresh().connect()) {
            connection.createStatement().execute("CREATE TABLE firm (name VARCHAR(20)) CHARSET utf8mb4");
            connection.createStatement().execute("INSERT INTO firm VALUES ('𠮷野家')");
            ResultSet rows = connection.createStatement().executeQuery("SELECT name, CHAR_LENGTH(name) FROM firm");
            rows.next();

            assertThat(rows.getString(1)).isEqualTo("𠮷野家");
            assertThat(rows.getInt(2)).isEqualTo(3);
        }
    }

    @Test
    void givesEachCallerAnEmptyDatabaseOfItsOwn() throws Exception {
        try (Connection first = TestDatabase.fresh().connect();
                Connection second = TestDatabase.fresh().connect()) {
            first.createStatement().execute("CREATE TABLE firm (name VARCHAR(20))");

            String count = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()";
            assertThat(text(first, count)).isEqualTo("1");
            assertThat(text(second, count)).isEqualTo("0");
        }
    }

    private static String text(Connection connection, String query) throws Exception {
        ResultSet rows = connection.createStatement().executeQuery(query);
        rows.next();
        return rows.getString(1);
    }
}
