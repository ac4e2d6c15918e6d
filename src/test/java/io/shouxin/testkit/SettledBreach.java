package io.shouxin.testkit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Breach cases of long ago, as the desk would have left them: a list of many without living through each. */
public final class SettledBreach {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private SettledBreach() {
    }

    /** @return number of the case */
    public static String of(JdbcTemplate jdbc, ApplicationCase file, String entity, Instant at) {
        String id = "BC-1999-%06d".formatted(NUMBER.incrementAndGet());
        jdbc.update("INSERT INTO breach_case (case_id, facility_id, application_id, customer_id, entity_code, status, proposal, share, grade, rule_code, policy_version, opened_at, "
                + "outcome, settled_at) VALUES (?, 'F-1999-000001', ?, ?, ?, 'SETTLED', 'DECREASE', 0.2, 'GOOD', 'BREACH_DECREASE', '2026.1', ?, 'REFUSED', ?)", id, file.number(),
                file.customer().value(), entity, Timestamp.from(at), Timestamp.from(at));
        jdbc.update("INSERT INTO breach_cause (case_id, source, kind, code, times, proposal, rule_code, reason, reason_en, noted_at) "
                + "VALUES (?, ?, 'FINANCIAL', 'DEBT_RATIO', 1, 'DECREASE', 'BREACH_DECREASE', '违反约定：资产负债率', 'Not kept: debt ratio', ?)", id, "CT-" + id, Timestamp.from(at));
        return id;
    }
}
