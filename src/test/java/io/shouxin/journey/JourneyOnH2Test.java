package io.shouxin.journey;

import io.shouxin.testkit.ApplicationTest;

/** The journeys on the embedded database. */
@ApplicationTest
class JourneyOnH2Test extends JourneyTest {
}
