package io.shouxin.workflow.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/**
 * The engine's own SQL statements, most of the time it needs to start. They are read on a second thread from the moment
 * the database is known, while the rest of the application is put together, and handed to the engine as it would have
 * read them itself. Where the address names another database than the server turns out to be (MariaDB behind MySQL's
 * driver), the engine reads them itself.
 */
final class EngineStatements {

    /** The engine's words for the databases this product runs on; its statements differ between them. */
    private static final Set<String> KNOWN = Set.of("h2", "mysql");

    private final String databaseType;
    private final CompletableFuture<Configuration> reading;

    EngineStatements(String url) {
        this.databaseType = url.startsWith("jdbc:") ? url.split(":", 3)[1] : "";
        this.reading = new CompletableFuture<>();
        if (!KNOWN.contains(databaseType)) {
            return;
        }
        Thread reader = new Thread(this::read, "engine-statements");
        reader.setDaemon(true);
        reader.start();
    }

    /** Before the first transaction of the engine. */
    void handTo(ProcessEngineConfigurationImpl engine) {
        if (!KNOWN.contains(databaseType) || !databaseType.equals(productOf(engine.getDataSource()))) {
            return;
        }
        Configuration statements = reading.join();
        // Spring begins and ends the transactions, as for all engines of the starter.
        statements.setEnvironment(new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
        statements.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
        if (engine.isJdbcBatchProcessing()) {
            statements.setDefaultExecutorType(ExecutorType.BATCH);
        }
        engine.setSqlSessionFactory(new DefaultSqlSessionFactory(statements));
    }

    private void read() {
        try (Reader mappings = new InputStreamReader(
                new ClassPathResource(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE).getInputStream(), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.put("prefix", "");
            ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(words, "", databaseType);
            reading.complete(new XMLConfigBuilder(mappings, "", words).parse());
        } catch (IOException unreadable) {
            reading.completeExceptionally(new UncheckedIOException(unreadable));
        } catch (RuntimeException | Error failed) {
            reading.completeExceptionally(failed);
        }
    }

    private static String productOf(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** Begins the reading before the first class is searched for beans, and after every setting has found its place. */
    static final class Early implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            BeanDefinitionRegistryPostProcessor first = beans -> context.getBeanFactory().registerSingleton("engineStatements",
                    new EngineStatements(context.getEnvironment().getProperty("spring.datasource.url", "")));
            context.addBeanFactoryPostProcessor(first);
        }
    }
}
