package io.shouxin.monitoring;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.PersonId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes requests for relief; a test has at most one that is open. */
@Component
class ReliefRows {

    private static final String ROWS = "SELECT relief_id, test_id, kind, until_day, reason, reason_en, asked_by, asked_at, status, tier, decided_by, decision, decided_at FROM covenant_relief ";

    private final JdbcClient jdbc;

    ReliefRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, CovenantTestView test, AskRelief wish, BilingualText reason, PersonId by, Timestamp at) {
        jdbc.sql("INSERT INTO covenant_relief (relief_id, test_id, covenant_id, kind, until_day, reason, reason_en, asked_by, asked_at, status, open_for) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?)")
                .params(Arrays.asList(id, test.id(), test.covenant().id(), wish.kind().name(), wish.until() == null ? null : Date.valueOf(wish.until()), reason.chinese(),
                        reason.english(), by.value(), at, test.id()))
                .update();
    }

    void decide(String id, boolean granted, Tier tier, String reason, PersonId by, Timestamp at) {
        jdbc.sql("UPDATE covenant_relief SET status = ?, open_for = NULL, tier = ?, decided_by = ?, decision = ?, decided_at = ? WHERE relief_id = ? AND status = 'ASKED'")
                .params(granted ? "GRANTED" : "DENIED", tier.name(), by.value(), reason, at, id).update();
    }

    void lapse(String id, Timestamp at) {
        jdbc.sql("UPDATE covenant_relief SET status = 'LAPSED', open_for = NULL, decided_at = ? WHERE relief_id = ? AND status = 'ASKED'").params(at, id).update();
    }

    Optional<ReliefView> find(String id) {
        return jdbc.sql(ROWS + "WHERE relief_id = ?").param(id).query(ReliefRows::view).optional();
    }

    Optional<ReliefView> open(String test) {
        return jdbc.sql(ROWS + "WHERE open_for = ?").param(test).query(ReliefRows::view).optional();
    }

    List<ReliefView> of(String test) {
        return jdbc.sql(ROWS + "WHERE test_id = ? ORDER BY asked_at DESC, relief_id DESC").param(test).query(ReliefRows::view).list();
    }

    /** How often relief of that kind was granted for a covenant since then. */
    int granted(String covenant, ReliefKind kind, Timestamp since) {
        return jdbc.sql("SELECT COUNT(*) FROM covenant_relief WHERE covenant_id = ? AND kind = ? AND status = 'GRANTED' AND decided_at >= ?")
                .params(covenant, kind.name(), since).query(Integer.class).single();
    }

    private static ReliefView view(ResultSet row, int n) throws SQLException {
        Date until = row.getDate("until_day");
        return new ReliefView(row.getString("relief_id"), row.getString("test_id"), ReliefKind.valueOf(row.getString("kind")), until == null ? null : until.toLocalDate(),
                new BilingualText(row.getString("reason"), row.getString("reason_en")), row.getString("asked_by"), Instants.of(row, "asked_at"), ReliefStatus.valueOf(row.getString("status")), row.getString("tier"),
                row.getString("decided_by"), row.getString("decision"), Instants.of(row, "decided_at"));
    }
}
