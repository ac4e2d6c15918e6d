package io.shouxin.limit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a plain program does for one step: changes the three rows of a group, a customer and a facility and writes one ledger row, in a
 * transaction of its own. It keeps no keys' answers, no levels' changes, no reservations.
 */
class LedgerFloor implements AutoCloseable {

    /** How it makes sure that nobody overdraws. */
    enum Way {
        FOR_UPDATE, CONDITIONAL_UPDATE
    }

    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement update;
    private final PreparedStatement conditional;
    private final PreparedStatement insert;

    LedgerFloor(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        lock = connection.prepareStatement("SELECT used, cap FROM floor_account WHERE account_id IN (?, ?, ?) FOR UPDATE");
        update = connection.prepareStatement("UPDATE floor_account SET used = used + ? WHERE account_id IN (?, ?, ?)");
        conditional = connection.prepareStatement(
                "UPDATE floor_account SET used = used + ? WHERE account_id IN (?, ?, ?) AND used + ? <= cap");
        insert = connection.prepareStatement("INSERT INTO floor_entry (entry_key, account_id, amount) VALUES (?, ?, ?)");
    }

    static void tables(Connection connection, int trees, BigDecimal cap) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE floor_account (account_id VARCHAR(60) PRIMARY KEY, cap DECIMAL(19,4) NOT NULL, used DECIMAL(19,4) NOT NULL)");
            sql.execute("CREATE TABLE floor_entry (entry_id BIGINT AUTO_INCREMENT PRIMARY KEY, entry_key VARCHAR(120) NOT NULL, "
                    + "account_id VARCHAR(60) NOT NULL, amount DECIMAL(19,4) NOT NULL, UNIQUE (entry_key))");
        }
        try (PreparedStatement account = connection.prepareStatement("INSERT INTO floor_account VALUES (?, ?, 0)")) {
            for (int tree = 0; tree < trees; tree++) {
                for (String level : new String[] {"GROUP:G-", "CUSTOMER:C-", "FACILITY:F-"}) {
                    account.setString(1, level + tree);
                    account.setBigDecimal(2, cap);
                    account.addBatch();
                }
            }
            account.executeBatch();
        }
        connection.commit();
    }

    /** @return false if a level has no room */
    boolean step(Way way, int tree, BigDecimal by) throws SQLException {
        boolean fits = way == Way.FOR_UPDATE ? locked(tree, by) : conditionally(tree, by);
        if (!fits) {
            connection.rollback();
            return false;
        }
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, "FACILITY:F-" + tree);
        insert.setBigDecimal(3, by);
        insert.executeUpdate();
        connection.commit();
        return true;
    }

    private boolean locked(int tree, BigDecimal by) throws SQLException {
        accounts(lock, 1, tree);
        boolean fits = true;
        try (ResultSet rows = lock.executeQuery()) {
            while (rows.next()) {
                fits &= rows.getBigDecimal(1).add(by).compareTo(rows.getBigDecimal(2)) <= 0;
            }
        }
        if (fits) {
            update.setBigDecimal(1, by);
            accounts(update, 2, tree);
            update.executeUpdate();
        }
        return fits;
    }

    private boolean conditionally(int tree, BigDecimal by) throws SQLException {
        conditional.setBigDecimal(1, by);
        accounts(conditional, 2, tree);
        conditional.setBigDecimal(5, by);
        return conditional.executeUpdate() == 3;
    }

    private static void accounts(PreparedStatement statement, int from, int tree) throws SQLException {
        statement.setString(from, "GROUP:G-" + tree);
        statement.setString(from + 1, "CUSTOMER:C-" + tree);
        statement.setString(from + 2, "FACILITY:F-" + tree);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
