package io.shouxin.limit;

import io.shouxin.testkit.database.OnDatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on MySQL or MariaDB. */
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class HeadroomMapOnServerTest extends HeadroomMapTest {

    @Override
    LedgerBench bench() {
        return LedgerBench.onServer();
    }
}
