package io.shouxin.journey;

import io.shouxin.testkit.database.OnDatabaseServer;

/** The journeys on MySQL or MariaDB. */
@OnDatabaseServer
class JourneyOnServerTest extends JourneyTest {
}
