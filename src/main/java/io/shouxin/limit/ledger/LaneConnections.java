package io.shouxin.limit.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One connection for each batch under way beside the application's pool, to the same database. They are never switched to auto-commit and back,
 * and the server keeps their statements prepared; together that is half of what a short transaction costs. A lane also never waits for
 * a connection that is held by somebody who waits for rows of the lane.
 */
public final class LaneConnections implements AutoCloseable {

    private final DataSource application;
    private final HikariDataSource own;

    public LaneConnections(DataSource application, int lanes) {
        this.application = application;
        this.own = likeThoseOf(application);
        own.setPoolName("ledger-lanes");
        own.setMaximumPoolSize(lanes * Lane.BATCHES_AT_ONCE);
        own.setMinimumIdle(0);
        own.setAutoCommit(false);
        Properties driver = new Properties();
        driver.putAll(own.getDataSourceProperties());
        if (own.getJdbcUrl().startsWith("jdbc:mysql:")) {
            driver.setProperty("useServerPrepStmts", "true");
            driver.setProperty("cachePrepStmts", "true");
            driver.setProperty("prepStmtCacheSqlLimit", "16384");
        }
        own.setDataSourceProperties(driver);
    }

    private static HikariDataSource likeThoseOf(DataSource application) {
        try {
            HikariDataSource own = new HikariDataSource();
            application.unwrap(HikariDataSource.class).copyStateTo(own);
            return own;
        } catch (SQLException other) {
            throw new IllegalStateException("the ledger needs connections like those of the application's pool, which is none of HikariCP's", other);
        }
    }

    /**
     * Runs the work in a transaction on one of these connections, which everything in it that asks for the application's database is given.
     * It is rolled back if the work throws. A connection that the caller reads with outside any transaction is put aside meanwhile.
     */
    <T> T inTransaction(Supplier<T> work) {
        Object ofTheCaller = TransactionSynchronizationManager.unbindResourceIfPossible(application);
        try (Connection connection = connection()) {
            TransactionSynchronizationManager.bindResource(application, new ConnectionHolder(connection));
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                TransactionSynchronizationManager.unbindResource(application);
            }
        } catch (SQLException unknown) {
            throw new TransactionSystemException("whether a batch of the ledger was committed is not known", unknown);
        } finally {
            if (ofTheCaller != null) {
                TransactionSynchronizationManager.bindResource(application, ofTheCaller);
            }
        }
    }

    private Connection connection() {
        try {
            return own.getConnection();
        } catch (SQLException none) {
            throw new CannotCreateTransactionException("no connection for a batch of the ledger", none);
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // A connection that can't be rolled back is closed, and the server rolls back.
            failure.addSuppressed(broken);
        }
    }

    @Override
    public void close() {
        own.close();
    }
}
