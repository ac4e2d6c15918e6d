package io.shouxin.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.database.TestDatabase;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit trail on a database of its own, with real transactions and nothing else of the application. */
class AuditBench implements AutoCloseable {

    static final PersonId OFFICER = new PersonId("analyst");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private AuditBench(HikariDataSource pool, String... before) {
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        tables(pool, before);
        context.registerBean(DataSource.class, () -> pool);
        context.register(Beans.class);
        context.refresh();
    }

    /** @param before statements on the trail of the days before it was a chain, which is then migrated */
    static AuditBench onH2(String... before) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=60000;DB_CLOSE_DELAY=-1");
        return new AuditBench(pool, before);
    }

    static AuditBench onServer(String... before) {
        TestDatabase database = TestDatabase.fresh();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url() + "&connectionTimeZone=%2B00:00&forceConnectionTimeZoneToSession=true");
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return new AuditBench(pool, before);
    }

    private static void tables(DataSource database, String... before) {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
                run(connection, "ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            }
            run(connection, text("V012__audit.sql"));
            for (String statement : before) {
                run(connection, statement);
            }
            run(connection, text("V129__audit_chain_and_receipts.sql"));
            new ChainOfEarlierEntries().migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    return null;
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
            run(connection, text("V131__audit_chain_places.sql").lines().filter(line -> line.startsWith("ALTER TABLE audit_entry")).findFirst().orElseThrow());
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(String migration) throws java.io.IOException {
        return new ClassPathResource("db/migration/" + migration).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void run(Connection connection, String script) {
        ScriptUtils.executeSqlScript(connection, new ByteArrayResource(script.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    AuditTrail trail() {
        return context.getBean(AuditTrail.class);
    }

    AuditSeals seals() {
        return context.getBean(AuditSeals.class);
    }

    AuditCheck check() {
        return context.getBean(AuditCheck.class);
    }

    BankKeys keys() {
        return context.getBean(BankKeys.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** In a transaction of its own. */
    void inTransaction(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** One act in a transaction of its own. */
    void act(String subject, String act) {
        inTransaction(() -> trail().record(subject, act, OFFICER, "说明 " + act));
    }

    @Override
    public void close() {
        HikariDataSource pool = (HikariDataSource) context.getBean(DataSource.class);
        context.close();
        pool.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    @Import({AuditTrail.class, AuditSeals.class, AuditCheck.class, BankKeys.class})
    static class Beans {

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        BusinessClock businessClock() {
            return new BusinessClock(Clock.fixed(Instant.parse("2026-03-02T02:00:00.123456Z"), BusinessClock.ZONE));
        }
    }
}
