package io.shouxin.limit;

import io.shouxin.testkit.database.OnDatabaseServer;
import io.shouxin.testkit.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on the tests' MySQL or MariaDB server. */
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class LedgerMigrationOnServerTest extends LedgerMigrationTest {

    @Override
    LedgerBench bench(String... before) {
        return LedgerBench.onServerAfter(TestDatabase.fresh(), before);
    }
}
