package io.shouxin.audit;

import io.shouxin.testkit.database.OnDatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on the tests' MySQL or MariaDB server. */
@Tag("bench")
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class AuditTrailOnServerBench extends AuditTrailBench {

    @Override
    AuditBench bench() {
        return AuditBench.onServer();
    }
}
