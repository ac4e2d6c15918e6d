package io.shouxin.monitoring;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.origination.Covenant;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of covenants and their tests. */
@Component
class CovenantRows {

    private static final String TEST_COLUMNS = "t.test_id, t.period_end, t.first_test_on, t.notice_on, t.test_on, t.grace_ends_on, t.target, t.status, t.told_at, t.figures, "
            + "t.reported, t.report_evidence, t.report_remark, t.reported_by, t.reported_at, t.kept, t.evidence, t.remark, t.cured, t.done_by, t.done_at, "
            + "c.covenant_id, c.agreement_id, c.application_id, c.customer_id, c.facilities, c.terms, c.active_from, c.status AS covenant_status";
    private static final String TESTS = "SELECT " + TEST_COLUMNS + " FROM covenant_test t JOIN covenant c ON c.covenant_id = t.covenant_id ";

    private final JdbcClient jdbc;

    CovenantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StandingCovenant covenant, EntityCode entity) {
        jdbc.sql("INSERT INTO covenant (covenant_id, agreement_id, application_id, customer_id, code, kind, facilities, terms, active_from, entity_code, status) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE')")
                .params(covenant.id(), covenant.agreement().value(), covenant.application().value(), covenant.customer().value(), covenant.terms().code(),
                        covenant.terms().kind().name(), covenant.facilities().stream().map(FacilityId::value).collect(Collectors.joining(",")),
                        StoredTerms.write(covenant.terms()), Date.valueOf(covenant.activeFrom()), entity.value()).update();
    }

    /** @return false when the period has its test already */
    boolean plan(String id, StandingCovenant covenant, LocalDate periodEnd, TestDays days) {
        if (jdbc.sql("SELECT COUNT(*) FROM covenant_test WHERE covenant_id = ? AND period_end = ?").params(covenant.id(), Date.valueOf(periodEnd))
                .query(Long.class).single() > 0) {
            return false;
        }
        try {
            jdbc.sql("INSERT INTO covenant_test (test_id, covenant_id, period_end, notice_on, first_test_on, test_on, grace_ends_on, target, status, cured, version) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', FALSE, 0)")
                    .params(Arrays.asList(id, covenant.id(), Date.valueOf(periodEnd), Date.valueOf(days.noticeOn()), Date.valueOf(days.testOn()),
                            Date.valueOf(days.testOn()), Date.valueOf(days.graceEndsOn()), covenant.terms().targetAt(periodEnd, covenant.activeFrom()))).update();
            return true;
        } catch (DataIntegrityViolationException violated) {
            if (Simultaneous.isTaken(violated)) {
                return false;
            }
            throw violated;
        }
    }

    Optional<CovenantTestView> test(String id) {
        return jdbc.sql(TESTS + "WHERE t.test_id = ?").param(id).query(CovenantRows::test).optional();
    }

    /** Locks the test until the transaction ends. */
    Optional<CovenantTestView> testForChange(String id) {
        jdbc.sql("SELECT test_id FROM covenant_test WHERE test_id = ? FOR UPDATE").param(id).query(String.class).optional();
        return test(id);
    }

    List<CovenantTestView> planned(String dayColumn, LocalDate today) {
        return jdbc.sql(TESTS + "WHERE t.status = 'PLANNED' AND t." + (dayColumn.equals("notice_on") ? "notice_on <= ? AND t.told_at IS NULL" : "test_on <= ?")
                + " ORDER BY t.test_on, t.test_id").param(Date.valueOf(today)).query(CovenantRows::test).list();
    }

    /** All tests of a covenant, latest period first. */
    List<CovenantTestView> testsOf(String covenant) {
        return jdbc.sql(TESTS + "WHERE t.covenant_id = ? ORDER BY t.period_end DESC").param(covenant).query(CovenantRows::test).list();
    }

    /** All tests of covenants like these, latest period first; nulls ask nothing. */
    List<CovenantTestView> tests(String customer, String application, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("WHERE 1 = 1");
        if (customer != null) {
            where.append(" AND c.customer_id = ?");
            values.add(customer);
        }
        if (application != null) {
            where.append(" AND c.application_id = ?");
            values.add(application);
        }
        values.add(most);
        return jdbc.sql(TESTS + where + " ORDER BY t.period_end DESC, t.test_id LIMIT ?").params(values).query(CovenantRows::test).list();
    }

    /** The first so many, the next test first, then those to which none comes any more. */
    List<CovenantSearch.Found> found(CovenantSearch search, int most) {
        return jdbc.sql("SELECT c.covenant_id, n.test_on " + search.from() + " ORDER BY CASE WHEN n.test_on IS NULL THEN 1 ELSE 0 END, n.test_on, c.covenant_id LIMIT " + most)
                .params(search.values()).query((row, n) -> new CovenantSearch.Found(row.getString(1), row.getDate(2) == null ? null : row.getDate(2).toLocalDate())).list();
    }

    /** How many there are, counted no further than so many. */
    int count(CovenantSearch search, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT c.covenant_id " + search.from() + " LIMIT " + most + ") counted").params(search.values()).query(Integer.class).single();
    }

    Optional<StandingCovenant> covenant(String id) {
        return jdbc.sql("SELECT covenant_id, agreement_id, application_id, customer_id, facilities, terms, active_from, status AS covenant_status FROM covenant WHERE covenant_id = ?")
                .param(id).query((row, n) -> covenant(row)).optional();
    }

    boolean has(AgreementId agreement, String code) {
        return jdbc.sql("SELECT COUNT(*) FROM covenant WHERE agreement_id = ? AND code = ?").params(agreement.value(), code).query(Long.class).single() > 0;
    }

    void end(String covenant) {
        jdbc.sql("UPDATE covenant SET status = 'ENDED' WHERE covenant_id = ?").param(covenant).update();
    }

    /** @return whether the test was in that state and moved */
    boolean move(String test, CovenantTestStatus from, CovenantTestStatus to) {
        return jdbc.sql("UPDATE covenant_test SET status = ?, version = version + 1 WHERE test_id = ? AND status = ?").params(to.name(), test, from.name()).update() == 1;
    }

    void told(String test, Timestamp at) {
        jdbc.sql("UPDATE covenant_test SET told_at = ?, version = version + 1 WHERE test_id = ?").params(at, test).update();
    }

    void reported(String test, Object... values) {
        jdbc.sql("UPDATE covenant_test SET reported = ?, report_evidence = ?, report_remark = ?, reported_by = ?, reported_at = ?, version = version + 1 WHERE test_id = ?")
                .params(with(values, test)).update();
    }

    void result(String test, Object... values) {
        jdbc.sql("UPDATE covenant_test SET status = ?, derived = ?, undefined = ?, figures = ?, kept = ?, evidence = ?, remark = ?, cured = ?, done_by = ?, done_at = ?, "
                + "version = version + 1 WHERE test_id = ?").params(with(values, test)).update();
    }

    void putOff(String test, TestDays days) {
        jdbc.sql("UPDATE covenant_test SET status = 'DEFERRED', notice_on = ?, test_on = ?, grace_ends_on = ?, version = version + 1 WHERE test_id = ?")
                .params(Date.valueOf(days.noticeOn()), Date.valueOf(days.testOn()), Date.valueOf(days.graceEndsOn()), test).update();
    }

    void waived(String test, String by, Timestamp at) {
        jdbc.sql("UPDATE covenant_test SET status = 'WAIVED', done_by = ?, done_at = ?, version = version + 1 WHERE test_id = ?").params(by, at, test).update();
    }

    /** Breaches of a covenant found since then. */
    int breaches(String covenant, Timestamp since) {
        return jdbc.sql("SELECT COUNT(*) FROM covenant_test WHERE covenant_id = ? AND status IN ('BREACHED', 'NOT_TESTABLE') AND done_at >= ?").params(covenant, since)
                .query(Integer.class).single();
    }

    private static List<Object> with(Object[] values, String last) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(last);
        return all;
    }

    private static CovenantTestView test(ResultSet row, int n) throws SQLException {
        String figures = row.getString("figures");
        boolean kept = row.getBoolean("kept");
        Boolean finding = row.wasNull() ? null : kept;
        return new CovenantTestView(row.getString("test_id"), covenant(row), day(row, "period_end"), day(row, "first_test_on"),
                new TestDays(day(row, "notice_on"), day(row, "test_on"), day(row, "grace_ends_on")), row.getBigDecimal("target"),
                CovenantTestStatus.valueOf(row.getString("status")), Instants.of(row, "told_at"),
                Optional.ofNullable(figures).map(text -> StoredTerms.read(text, TestFigures.class)), row.getBigDecimal("reported"),
                row.getString("report_evidence"), row.getString("report_remark"), row.getString("reported_by"), Instants.of(row, "reported_at"), finding,
                row.getString("evidence"), row.getString("remark"), row.getBoolean("cured"), row.getString("done_by"), Instants.of(row, "done_at"));
    }

    private static StandingCovenant covenant(ResultSet row) throws SQLException {
        return new StandingCovenant(row.getString("covenant_id"), new AgreementId(row.getString("agreement_id")), new ApplicationId(row.getString("application_id")),
                new CustomerId(row.getString("customer_id")), Arrays.stream(row.getString("facilities").split(",")).filter(id -> !id.isEmpty()).map(FacilityId::new).toList(),
                StoredTerms.read(row.getString("terms"), Covenant.class), day(row, "active_from"), row.getString("covenant_status").equals("ACTIVE"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getDate(column).toLocalDate();
    }
}
