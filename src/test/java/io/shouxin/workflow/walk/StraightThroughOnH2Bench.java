package io.shouxin.workflow.walk;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.testkit.ApplicationTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** On H2 in memory. */
@ApplicationTest
@Tag("bench")
class StraightThroughOnH2Bench extends StraightThroughBench {

    @Override
    DataSource floorDataSource(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        pool.setUsername("sa");
        pool.setPassword("");
        return pool;
    }

    @Override
    String database() {
        return "H2";
    }
}
