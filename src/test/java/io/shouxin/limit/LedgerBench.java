package io.shouxin.limit;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A ledger on an empty database of its own, with real transactions and nothing else of the application. */
class LedgerBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private LedgerBench(Supplier<HikariDataSource> database, String... before) {
        this(withLedger(database.get(), before));
    }

    private LedgerBench(DataSource database) {
        context.registerBean(DataSource.class, () -> database);
        context.register(Beans.class);
        context.refresh();
    }

    static LedgerBench onH2() {
        return onH2After();
    }

    /** @param before statements on the ledger of the days before its tree, which is then migrated */
    static LedgerBench onH2After(String... before) {
        return new LedgerBench(() -> {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=60000;DB_CLOSE_DELAY=-1");
            return pool;
        }, before);
    }

    static LedgerBench onServerAfter(TestDatabase database, String... before) {
        return new LedgerBench(() -> pool(database), before);
    }

    /** On the MySQL or MariaDB server of the tests. */
    static LedgerBench onServer() {
        return onServer(TestDatabase.fresh());
    }

    static LedgerBench onServer(TestDatabase database) {
        return new LedgerBench(() -> pool(database));
    }

    /** Another node on the database of one that is there already. */
    static LedgerBench anotherNode(TestDatabase database) {
        HikariDataSource pool = pool(database);
        pool.setMaximumPoolSize(40);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new LedgerBench(pool);
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url() + "&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=8192");
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return pool;
    }

    /**
     * Ends one of the pool's connections in the middle of what it does; in H2, which runs in this process and takes its own end for that of
     * the database, one of the statements. @return 1 if there was one
     */
    int cutAConnection() {
        try {
            boolean h2 = url().startsWith("jdbc:h2");
            List<Long> others = h2
                    ? jdbc().sql("SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()").query(Long.class).list()
                    : jdbc().sql("SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                            .query(Long.class).list();
            if (others.isEmpty()) {
                return 0;
            }
            long victim = others.get(ThreadLocalRandom.current().nextInt(others.size()));
            if (h2) {
                jdbc().sql("SELECT CANCEL_SESSION(" + victim + ")").query(Boolean.class).single();
            } else {
                jdbc().sql("KILL CONNECTION " + victim).update();
            }
            return 1;
        } catch (RuntimeException gone) {
            return 0;
        }
    }

    /** Those that were cut are not to be met again. */
    void dropConnections() {
        ((HikariDataSource) context.getBean(DataSource.class)).getHikariPoolMXBean().softEvictConnections();
    }

    private String url() {
        return ((HikariDataSource) context.getBean(DataSource.class)).getJdbcUrl();
    }

    /** Connections beside the ledger's own, to the same database; for a server of the tests. */
    HikariDataSource anotherPool(int size) {
        HikariDataSource own = (HikariDataSource) context.getBean(DataSource.class);
        jdbc().sql("SET GLOBAL max_connections = " + (size + 100)).update();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(own.getJdbcUrl() + "&useServerPrepStmts=true"); // as the ledger's lanes have it
        pool.setUsername(own.getUsername());
        pool.setPassword(own.getPassword());
        pool.setMaximumPoolSize(size);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private static DataSource withLedger(HikariDataSource pool, String... before) {
        pool.setMaximumPoolSize(40);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (pool.getJdbcUrl().startsWith("jdbc:mysql")) {
            // As EngineSchema does it: names are compared byte by byte.
            new JdbcTemplate(pool).execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        run(pool, "V002__business_number", "V012__audit", "V129__audit_chain_and_receipts", "V031__limit", "V092__exchange_rate");
        JdbcTemplate old = new JdbcTemplate(pool);
        for (String statement : before) {
            old.execute(statement);
        }
        run(pool, "V105__limit_tree", "V106__limit_reconciliation", "V122__credit_check",
                "V123__limit_reservation_without_lock");
        return pool;
    }

    private static void run(DataSource database, String... migrations) {
        new ResourceDatabasePopulator(Stream.of(migrations).map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
                .toArray(ClassPathResource[]::new)).execute(database);
    }

    LimitLedger ledger() {
        return context.getBean(LimitLedger.class);
    }

    LedgerHistory history() {
        return context.getBean(LedgerHistory.class);
    }

    HeadroomMap map() {
        return context.getBean(HeadroomMap.class);
    }

    DayEnd dayEnd() {
        return context.getBean(DayEnd.class);
    }

    void today(LocalDate day) {
        clock().follow(Clock.fixed(day.atTime(10, 0).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }

    DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    ExchangeRates rates() {
        return context.getBean(ExchangeRates.class);
    }

    BusinessClock clock() {
        return context.getBean(BusinessClock.class);
    }

    /** The rate of a currency from today on. */
    void rate(String currency, String yuan) {
        context.getBean(ExchangeRates.class).record(new ExchangeRate(currency, clock().today(), new BigDecimal(yuan), "test"), new PersonId("analyst"))
                .orElseThrow();
    }

    <T> T bean(Class<T> kind) {
        return context.getBean(kind);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    @Override
    public void close() {
        if (url().startsWith("jdbc:h2")) {
            jdbc().sql("SHUTDOWN").update();
        }
        context.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    @Import({LimitLedger.class, LedgerHistory.class, DayEnd.class, HeadroomMap.class, BusinessNumbers.class, ExchangeRates.class, AuditTrail.class})
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
            return new BusinessClock(Clock.fixed(NOW, BusinessClock.ZONE));
        }
    }
}
