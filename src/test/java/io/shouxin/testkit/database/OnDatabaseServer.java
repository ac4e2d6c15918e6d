package io.shouxin.testkit.database;

import io.shouxin.ShouxinApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * As {@link io.shouxin.testkit.ApplicationTest}, with the application on a MySQL or MariaDB server: profile {@code mysql}.
 *
 * <p>Such tests carry the tag {@code server} and run in a JVM of their own (Surefire's execution
 * {@code journeys-on-server}), because one JVM holds one process application only. All of them share one Spring context
 * and so one database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
@SpringBootTest(classes = ShouxinApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"test", "mysql"})
@ContextConfiguration(initializers = OnDatabaseServer.FreshDatabase.class)
public @interface OnDatabaseServer {

    /** Skips the tests, before Spring starts, on a machine that has no server. */
    final class WhereThereIsAServer implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DatabaseServer.absence()
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("a database server is at hand"));
        }
    }

    /** Gives the application a fresh database in the same way as an operator does: by the profile's variables. */
    final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = TestDatabase.fresh();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "SHOUXIN_DB_URL=" + database.url(),
                    "SHOUXIN_DB_USER=" + database.user(),
                    "SHOUXIN_DB_PASSWORD=" + database.password());
        }
    }
}
