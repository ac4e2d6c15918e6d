package io.shouxin.workflow.load;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies one real case many times by SQL, in the engine's tables and in the product's: each copy has numbers and ids of its own, all
 * else is the same. Of what no list and no case page reads (activities and variables of the past, most of the audit trail) only a part is
 * copied, so that a million cases fit on a disk. Open tasks came in one after the other, those of all roles side by side. On MariaDB or MySQL.
 */
class CaseCopies {

    /** Rows of a table that belong to a case, and its columns that hold ids or numbers of it. */
    private record Part(String table, String which, Set<String> ids) {
    }

    /** The ids of the case's process instances stand here: asked once, because each batch would look through all earlier copies for them. */
    private static final String OF_TREE = "PROC_INST_ID_ IN ({instances})";

    private static final Set<String> ENGINE_IDS = Set.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "PARENT_ID_", "SUPER_EXEC_",
            "TASK_ID_", "VAR_SCOPE_", "SUPER_PROCESS_INSTANCE_ID_", "ACT_INST_ID_", "PARENT_ACT_INST_ID_", "BUSINESS_KEY_", "RESOURCE_ID_",
            "CALL_PROC_INST_ID_");

    private static final List<Part> HISTORY = List.of(
            new Part("ACT_HI_PROCINST", OF_TREE, ENGINE_IDS), new Part("ACT_HI_TASKINST", OF_TREE, ENGINE_IDS));

    private static final List<Part> RUNNING = List.of(
            new Part("ACT_RU_EXECUTION", OF_TREE, ENGINE_IDS), new Part("ACT_RU_TASK", OF_TREE, ENGINE_IDS),
            new Part("ACT_RU_VARIABLE", OF_TREE, ENGINE_IDS),
            new Part("ACT_RU_IDENTITYLINK", "TASK_ID_ IN (SELECT ID_ FROM ACT_RU_TASK WHERE " + OF_TREE + ")", ENGINE_IDS),
            new Part("ACT_RU_AUTHORIZATION", "RESOURCE_TYPE_ = 7 AND RESOURCE_ID_ IN (SELECT ID_ FROM ACT_RU_TASK WHERE " + OF_TREE + ")", ENGINE_IDS));

    private static final String OF_APPLICATION = "application_id = '{case}'";

    private static final List<Part> PRODUCT = List.of(
            new Part("credit_application", OF_APPLICATION, Set.of("application_id", "open_case")),
            new Part("credit_proposal", OF_APPLICATION, Set.of("application_id", "proposal_id")),
            new Part("approval_decision", "case_id IN (SELECT case_id FROM approval_case WHERE subject_id = '{case}')", Set.of("case_id")),
            new Part("approval_case", "subject_id = '{case}'", Set.of("case_id", "subject_id")),
            new Part("audit_entry", "subject = '{case}' AND act LIKE 'APPLICATION%'", Set.of("subject")));

    /** So many copies by one statement: more make the transaction long. */
    private static final int AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    CaseCopies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE copy_number (n INT PRIMARY KEY)");
        jdbc.batchUpdate("INSERT INTO copy_number VALUES (?)", java.util.stream.IntStream.range(0, AT_ONCE).mapToObj(n -> new Object[] {n}).toList());
    }

    void finished(String caseNumber, int copies) {
        copy(caseNumber, copies, HISTORY, PRODUCT);
    }

    void open(String caseNumber, int copies) {
        copy(caseNumber, copies, HISTORY, RUNNING, PRODUCT);
    }

    @SafeVarargs
    private void copy(String caseNumber, int copies, List<Part>... parts) {
        String instances = instances(caseNumber);
        List<String> statements = new ArrayList<>();
        for (List<Part> some : parts) {
            some.stream().filter(part -> exists(part.table())).map(part -> statement(part, caseNumber, instances)).forEach(statements::add);
        }
        jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<Void>) connection -> {
            try (var sql = connection.createStatement()) {
                sql.execute("SET foreign_key_checks = 0");
                sql.execute("SET unique_checks = 0");
                for (int from = 0; from < copies; from += AT_ONCE) {
                    sql.execute("SET @from = " + from + ", @count = " + Math.min(AT_ONCE, copies - from));
                    for (String statement : statements) {
                        sql.executeUpdate(statement);
                    }
                }
                sql.execute("SET foreign_key_checks = 1");
                sql.execute("SET unique_checks = 1");
            }
            return null;
        });
    }

    private String instances(String caseNumber) {
        return jdbc.queryForList("SELECT CONCAT('\\'', PROC_INST_ID_, '\\'') FROM ACT_HI_PROCINST WHERE BUSINESS_KEY_ = ? OR ROOT_PROC_INST_ID_ IN "
                + "(SELECT ID_ FROM ACT_HI_PROCINST WHERE BUSINESS_KEY_ = ?)", String.class, caseNumber, caseNumber).stream().collect(joining(", "));
    }

    private boolean exists(String table) {
        return !columns(table).isEmpty();
    }

    private List<Map<String, Object>> columns(String table) {
        return jdbc.queryForList("SELECT COLUMN_NAME name, EXTRA extra FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
                + "AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION", table);
    }

    private String statement(Part part, String caseNumber, String instances) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Map<String, Object> column : columns(part.table())) {
            String name = (String) column.get("name");
            if (!String.valueOf(column.get("extra")).contains("auto_increment")) {
                names.add(name);
                values.add(part.ids().contains(name) ? another("s." + name)
                        : part.table().equals("ACT_RU_TASK") && name.equals("CREATE_TIME_") ? "TIMESTAMPADD(MINUTE, -5 * (@from + c.n), s.CREATE_TIME_)"
                        : name.equals("TEXT_") ? "CASE WHEN s.TEXT_ LIKE 'CA-%' OR s.TEXT_ LIKE 'AC-%' THEN " + another("s.TEXT_") + " ELSE s.TEXT_ END"
                        : "s." + name);
            }
        }
        // A copy ends with its number, so it is never copied again.
        String which = part.which().replace("{case}", caseNumber).replace("{instances}", instances);
        return "INSERT INTO " + part.table() + " (" + String.join(", ", names) + ") SELECT " + String.join(", ", values) + " FROM (SELECT * FROM "
                + part.table() + " WHERE " + which + ") s JOIN copy_number c ON c.n < @count";
    }

    private static String another(String column) {
        // The engine's ids end at 64 characters.
        return "CONCAT(LEFT(" + column + ", 56), '_', @from + c.n)";
    }
}
