package io.shouxin.e2e;

import io.shouxin.testkit.ApplicationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the running application in a real browser, Debian's Chromium. Without it the class is skipped before the
 * application starts; with SHOUXIN_REQUIRE_BROWSER=1 in the environment it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserCondition.class, BrowserExtension.class})
@ApplicationTest
@interface BrowserTest {
}
