package io.shouxin.audit;

import io.shouxin.testkit.database.OnDatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on the MySQL or MariaDB server of the tests. */
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class AuditChainOnServerTest extends AuditChainTest {

    @Override
    AuditBench bench(String... before) {
        return AuditBench.onServer(before);
    }
}
