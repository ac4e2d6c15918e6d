package io.shouxin.workflow.walk;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.testkit.database.OnDatabaseServer;
import io.shouxin.testkit.database.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** On the tests' MariaDB or MySQL server. */
@OnDatabaseServer
@Tag("bench")
class StraightThroughOnServerBench extends StraightThroughBench {

    @Override
    DataSource floorDataSource(String name) {
        TestDatabase database = TestDatabase.fresh();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    @Override
    String database() {
        return "Server";
    }
}
