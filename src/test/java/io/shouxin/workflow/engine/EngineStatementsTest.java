package io.shouxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class EngineStatementsTest {

    @Test
    void areThoseTheEngineReadsItself() {
        ProcessEngineConfigurationImpl own = onH2();
        ProcessEngine engine = own.buildProcessEngine();
        try {
            ProcessEngineConfigurationImpl handed = onH2();
            new EngineStatements("jdbc:h2:mem:any").handTo(handed);
            Configuration read = handed.getSqlSessionFactory().getConfiguration();
            Configuration expected = own.getSqlSessionFactory().getConfiguration();
            assertThat(described(read)).isEqualTo(described(expected)).contains("selectTask");
            assertThat(read.getDefaultExecutorType()).isEqualTo(expected.getDefaultExecutorType());
            assertThat(read.getDefaultStatementTimeout()).isEqualTo(expected.getDefaultStatementTimeout());
            assertThat(read.getVariables()).containsAllEntriesOf(expected.getVariables());
        } finally {
            engine.close();
        }
    }

    @Test
    void areLeftToTheEngineWhereTheServerIsAnotherThanItsAddressSays() {
        ProcessEngineConfigurationImpl engine = onH2();
        new EngineStatements("jdbc:mysql://somewhere/shouxin").handTo(engine);
        assertThat(engine.getSqlSessionFactory()).isNull();
    }

    @Test
    void areLeftToTheEngineWhereTheAddressSaysNothing() {
        ProcessEngineConfigurationImpl engine = onH2();
        new EngineStatements("").handTo(engine);
        assertThat(engine.getSqlSessionFactory()).isNull();
    }

    private static String described(Configuration configuration) {
        return configuration.getMappedStatementNames().stream().sorted().collect(Collectors.joining("\n"));
    }

    private static ProcessEngineConfigurationImpl onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setProcessEngineName(UUID.randomUUID().toString());
        engine.setDataSource(database);
        engine.setJobExecutorActivate(false);
        return engine;
    }
}
