package io.shouxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.testkit.database.OnDatabaseServer;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What MySQL and MariaDB do differently from H2, seen through the running application. */
@OnDatabaseServer
class EngineOnServerTest {

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Test
    void keepsEveryTableInFourByteCharacters() {
        List<String> others = sql.queryForList(
                """
                SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'
                  AND character_set_name IS NOT NULL AND collation_name <> 'utf8mb4_bin'""",
                String.class);
        List<String> tables = sql.queryForList(
                "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);

        assertThat(others).isEmpty();
        assertThat(tables).contains("act_ru_variable", "act_hi_varinst", "business_number", "audit_entry");
    }

    @Test
    void keepsARareCharacterInAProcessVariable() {
        String instance = start("rare-character", "𠮷野家（深圳）有限公司");

        assertThat(runtime.getVariable(instance, "remark")).isEqualTo("𠮷野家（深圳）有限公司");
    }

    @Test
    void keepsPointsInTimeInUtc() {
        String instance = start("point-in-time", "now");

        String stored = sql.queryForObject(
                "SELECT CAST(START_TIME_ AS CHAR) FROM ACT_HI_PROCINST WHERE ID_ = ?", String.class, instance);
        Instant started = LocalDateTime.parse(stored.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        assertThat(started).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void keepsACalendarDateAsItIs() {
        String stored = sql.queryForObject(
                "SELECT CAST(? AS CHAR)", String.class, Date.valueOf(LocalDate.of(2026, 3, 1)));

        assertThat(stored).isEqualTo("2026-03-01");
    }

    private String start(String key, String remark) {
        repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .receiveTask()
                                .message(key)
                                .endEvent()
                                .done())
                .deploy();
        return runtime.startProcessInstanceByKey(key, Variables.createVariables().putValue("remark", remark))
                .getId();
    }
}
