package io.shouxin.policyexception;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the policy exceptions. */
@Component
class PolicyExceptionTable {

    private static final String SELECT = "SELECT * FROM policy_exception ";

    private final JdbcClient jdbc;
    private final ExceptableRules rules;

    PolicyExceptionTable(JdbcClient jdbc, ExceptableRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    void insert(PolicyException exception) {
        Map<String, Object> values = values(exception);
        values.put("version", 0L);
        String columns = String.join(", ", values.keySet());
        String places = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO policy_exception (" + columns + ") VALUES (" + places + ")").params(values).update();
    }

    /** @throws OptimisticLockingFailureException when somebody else changed it since it was read */
    void update(PolicyException exception) {
        Map<String, Object> values = values(exception);
        String changes = values.keySet().stream().filter(name -> !name.equals("exception_id")).map(name -> name + " = :" + name)
                .collect(Collectors.joining(", "));
        values.put("read_version", exception.version());
        int moved = jdbc.sql("UPDATE policy_exception SET " + changes + ", version = version + 1 WHERE exception_id = :exception_id AND version = :read_version")
                .params(values).update();
        if (moved == 0) {
            throw new OptimisticLockingFailureException(exception.id() + " was changed meanwhile");
        }
    }

    Optional<PolicyException> find(PolicyExceptionId id) {
        return jdbc.sql(SELECT + "WHERE exception_id = ?").param(id.value()).query(this::read).optional();
    }

    Optional<PolicyException> open(String openFor) {
        return jdbc.sql(SELECT + "WHERE open_for = ?").param(openFor).query(this::read).optional();
    }

    List<PolicyException> of(ApplicationId application) {
        return jdbc.sql(SELECT + "WHERE application_id = ? ORDER BY exception_id").param(application.value()).query(this::read).list();
    }

    List<PolicyException> of(CustomerId customer) {
        return jdbc.sql(SELECT + "WHERE customer_id = ? ORDER BY exception_id DESC").param(customer.value()).query(this::read).list();
    }

    /** Those that were approved and whose rule was not met since. */
    List<PolicyException> unmetOf(Collection<CustomerId> customers) {
        return customers.isEmpty() ? List.of() : jdbc.sql(SELECT + "WHERE customer_id IN (:customers) AND status IN ('APPROVED', 'ENDED', 'REVOKED') AND approval_case IS NOT NULL"
                + " AND fulfilled = FALSE ORDER BY exception_id").param("customers", customers.stream().map(CustomerId::value).toList())
                .query(this::read).list();
    }

    /** In force though their day is over. */
    List<PolicyException> overdueOn(LocalDate today) {
        return jdbc.sql(SELECT + "WHERE status = 'APPROVED' AND COALESCE(renewed_until, until_shortened, until_asked) < ? ORDER BY exception_id")
                .param(Date.valueOf(today)).query(this::read).list();
    }

    /** @param where a condition on the columns, with named parameters; newest first */
    List<PolicyException> where(String where, Map<String, Object> parameters, int page, int size) {
        return jdbc.sql(SELECT + "WHERE " + where + " ORDER BY asked_at DESC, exception_id DESC LIMIT " + size + " OFFSET " + (long) page * size)
                .params(parameters).query(this::read).list();
    }

    int count(String where, Map<String, Object> parameters) {
        return jdbc.sql("SELECT COUNT(*) FROM policy_exception WHERE " + where).params(parameters).query(Integer.class).single();
    }

    <T> List<T> grouped(String sql, Map<String, Object> parameters, Function<ResultSet, T> reader) {
        return jdbc.sql(sql).params(parameters).query((row, number) -> reader.apply(row)).list();
    }

    private static Map<String, Object> values(PolicyException exception) {
        BrokenRule rule = exception.rule();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("exception_id", exception.id().value());
        values.put("application_id", exception.application().value());
        values.put("customer_id", exception.customer().value());
        values.put("entity_code", exception.entity().value());
        values.put("open_for", exception.openFor().orElse(null));
        values.put("policy_key", rule.policy());
        values.put("policy_version", rule.version());
        values.put("rule_code", rule.rule());
        values.put("row_id", rule.row());
        values.put("facility_no", rule.facility());
        values.put("rule_unit", rule.unit().name());
        values.put("rule_says", rule.ruleSays());
        values.put("case_has", rule.caseHas());
        values.put("permitted", exception.permitted());
        values.put("reason_code", exception.reasonCode().name());
        values.put("reason", exception.reason());
        values.put("compensation", exception.compensation().name());
        values.put("compensation_words", exception.compensationWords());
        values.put("until_asked", Date.valueOf(exception.untilAsked()));
        values.put("until_shortened", date(exception.shortened()));
        values.put("shortened_by", login(exception.shortenedBy()));
        PolicyException.Renewal renewal = exception.renewal();
        values.put("renewed_until", renewal == null ? null : Date.valueOf(renewal.until()));
        values.put("renewed_by", renewal == null ? null : renewal.by().value());
        values.put("renewed_at", renewal == null ? null : Timestamp.from(renewal.at()));
        values.put("renewal_reason", renewal == null ? null : renewal.reason());
        values.put("in_force_from", date(exception.inForceFrom()));
        values.put("tier", rule.exception().tier().name());
        values.put("table_version", rule.exception().version());
        values.put("status", exception.status().name());
        values.put("asked_by", exception.askedBy().value());
        values.put("asked_at", Timestamp.from(exception.askedAt()));
        values.put("made_by", exception.madeBy().stream().map(PersonId::value).collect(Collectors.joining(",")));
        values.put("approval_case", exception.approvalCase() == null ? null : exception.approvalCase().value());
        values.put("approved_tier", exception.approvedTier() == null ? null : exception.approvedTier().name());
        values.put("decided_at", moment(exception.decidedAt()));
        values.put("ended_by", login(exception.endedBy()));
        values.put("ended_at", moment(exception.endedAt()));
        values.put("end_reason", exception.endReason());
        values.put("fulfilled", exception.fulfilled());
        return values;
    }

    private PolicyException read(ResultSet row, int number) throws SQLException {
        String policy = row.getString("policy_key");
        String rule = row.getString("rule_code");
        ExceptableRule said = rules.of(policy, rule, row.getString("table_version"));
        RuleUnit unit = RuleUnit.valueOf(row.getString("rule_unit"));
        String says = row.getString("rule_says");
        BrokenRule broken = new BrokenRule(policy, row.getString("policy_version"), rule, row.getString("row_id"), row.getInt("facility_no"), unit,
                unit == RuleUnit.NONE ? null : new BigDecimal(says), says, row.getString("case_has"), true, said);
        BigDecimal permitted = row.getBigDecimal("permitted");
        return new PolicyException(new PolicyExceptionId(row.getString("exception_id")), new ApplicationId(row.getString("application_id")),
                new CustomerId(row.getString("customer_id")), new EntityCode(row.getString("entity_code")), broken,
                permitted == null ? null : plain(permitted), ExceptionReason.valueOf(row.getString("reason_code")),
                row.getString("reason"), Compensation.valueOf(row.getString("compensation")), row.getString("compensation_words"),
                row.getDate("until_asked").toLocalDate(), date(row, "until_shortened"), person(row, "shortened_by"), renewal(row), date(row, "in_force_from"),
                PolicyExceptionStatus.valueOf(row.getString("status")), new PersonId(row.getString("asked_by")), moment(row, "asked_at"),
                Arrays.stream(row.getString("made_by").split(",")).map(PersonId::new).collect(Collectors.toCollection(java.util.LinkedHashSet::new)),
                Optional.ofNullable(row.getString("approval_case")).map(ApprovalCaseId::new).orElse(null),
                Optional.ofNullable(row.getString("approved_tier")).map(Tier::valueOf).orElse(null), moment(row, "decided_at"), person(row, "ended_by"),
                moment(row, "ended_at"), row.getString("end_reason"), row.getBoolean("fulfilled"), row.getLong("version"));
    }

    private static PolicyException.Renewal renewal(ResultSet row) throws SQLException {
        LocalDate until = date(row, "renewed_until");
        return until == null ? null : new PolicyException.Renewal(until, person(row, "renewed_by"), moment(row, "renewed_at"), row.getString("renewal_reason"));
    }

    /** The same number always in the same digits, as its fingerprint needs it. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static String login(PersonId person) {
        return person == null ? null : person.value();
    }

    private static Timestamp moment(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        String login = row.getString(column);
        return login == null ? null : new PersonId(login);
    }
}
