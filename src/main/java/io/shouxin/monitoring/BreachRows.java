package io.shouxin.monitoring;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes breach cases and their causes. */
@Component
class BreachRows {

    private static final String CASES = "SELECT case_id, facility_id, application_id, customer_id, status, proposal, share, grade, rule_code, policy_version, reference, opened_at, "
            + "outcome, settled_at FROM breach_case ";

    private final JdbcClient jdbc;

    BreachRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BreachCaseView opened, EntityCode entity) {
        jdbc.sql("INSERT INTO breach_case (case_id, facility_id, application_id, customer_id, entity_code, status, open_for, proposal, share, grade, rule_code, policy_version, opened_at) "
                        + "VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?)")
                .params(opened.id(), opened.facility().value(), opened.application().value(), opened.customer().value(), entity.value(), opened.facility().value(), opened.proposal().name(),
                        opened.share(), opened.grade(), opened.ruleCode(), opened.policyVersion(), Instants.of(opened.openedAt())).update();
    }

    void insert(String id, BreachCaseView.Cause cause) {
        jdbc.sql("INSERT INTO breach_cause (case_id, source, kind, code, missed_by, times, proposal, rule_code, reason, reason_en, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, cause.source(), cause.kind(), cause.code(), cause.missedBy(), cause.times(), cause.proposal().name(), cause.ruleCode(), cause.reason().chinese(),
                        cause.reason().english(), Instants.of(cause.notedAt()))).update();
    }

    void heavier(String id, BreachCaseView.Cause cause, BigDecimal share) {
        jdbc.sql("UPDATE breach_case SET proposal = ?, share = ?, rule_code = ? WHERE case_id = ?").params(cause.proposal().name(), share, cause.ruleCode(), id).update();
    }

    void refer(String id, BreachProposal proposal, String reference) {
        jdbc.sql("UPDATE breach_case SET proposal = ?, reference = ? WHERE case_id = ?").params(proposal.name(), reference, id).update();
    }

    void settle(String id, String outcome, Timestamp at) {
        jdbc.sql("UPDATE breach_case SET status = 'SETTLED', open_for = NULL, outcome = ?, settled_at = ? WHERE case_id = ? AND status = 'OPEN'").params(outcome, at, id).update();
    }

    Optional<BreachCaseView> find(String id) {
        return list("WHERE case_id = ?", id).stream().findFirst();
    }

    Optional<BreachCaseView> openOf(FacilityId facility) {
        return list("WHERE open_for = ?", facility.value()).stream().findFirst();
    }

    Optional<BreachCaseView> causedBy(FacilityId facility, String source) {
        return list("WHERE facility_id = ? AND case_id IN (SELECT case_id FROM breach_cause WHERE source = ?) ORDER BY opened_at DESC", facility.value(), source).stream().findFirst();
    }

    List<BreachCaseView> openOfReference(String reference) {
        return list("WHERE reference = ? AND status = 'OPEN'", reference);
    }

    List<BreachCaseView> of(CustomerId customer) {
        return list("WHERE customer_id = ? ORDER BY opened_at DESC, case_id DESC", customer.value());
    }

    List<BreachCaseView> found(BreachSearch search, int page, int size) {
        return withCauses(jdbc.sql(CASES + search.where() + " ORDER BY opened_at DESC, case_id DESC LIMIT " + size + " OFFSET " + (long) page * size)
                .params(search.values()).query(BreachRows::view).list());
    }

    int count(BreachSearch search, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT case_id FROM breach_case " + search.where() + " LIMIT " + most + ") counted").params(search.values())
                .query(Integer.class).single();
    }

    /** Causes of that kind and code noted for an application since then. */
    int noted(ApplicationId application, String code, Timestamp since, String besides) {
        return jdbc.sql("SELECT COUNT(DISTINCT a.source) FROM breach_cause a JOIN breach_case c ON c.case_id = a.case_id "
                        + "WHERE c.application_id = ? AND a.kind = 'CONDITION' AND a.code = ? AND a.noted_at >= ? AND a.source <> ?")
                .params(application.value(), code, since, besides).query(Integer.class).single();
    }

    private List<BreachCaseView> list(String where, Object... values) {
        return withCauses(jdbc.sql(CASES + where).params(List.of(values)).query(BreachRows::view).list());
    }

    /** The causes of all of them are read at once. */
    private List<BreachCaseView> withCauses(List<BreachCaseView> cases) {
        Map<String, List<BreachCaseView.Cause>> causes = new HashMap<>();
        if (!cases.isEmpty()) {
            jdbc.sql("SELECT case_id, source, kind, code, missed_by, times, proposal, rule_code, reason, reason_en, noted_at FROM breach_cause WHERE case_id IN (:cases) "
                            + "ORDER BY noted_at, source").param("cases", cases.stream().map(BreachCaseView::id).toList())
                    .query((RowCallbackHandler) cause -> causes.computeIfAbsent(cause.getString(1), id -> new ArrayList<>()).add(new BreachCaseView.Cause(cause.getString(2), cause.getString(3),
                            cause.getString(4), cause.getBigDecimal(5), cause.getInt(6), BreachProposal.valueOf(cause.getString(7)), cause.getString(8),
                            new BilingualText(cause.getString(9), cause.getString(10)), Instants.of(cause, "noted_at"))));
        }
        return cases.stream().map(each -> each.because(causes.getOrDefault(each.id(), List.of()))).toList();
    }

    private static BreachCaseView view(ResultSet row, int n) throws SQLException {
        return new BreachCaseView(row.getString("case_id"), new FacilityId(row.getString("facility_id")), new ApplicationId(row.getString("application_id")),
                new CustomerId(row.getString("customer_id")), row.getString("status").equals("OPEN"), BreachProposal.valueOf(row.getString("proposal")), row.getBigDecimal("share"),
                row.getString("grade"), row.getString("rule_code"), row.getString("policy_version"), row.getString("reference"), Instants.of(row, "opened_at"),
                row.getString("outcome"), Instants.of(row, "settled_at"), List.of());
    }
}
