package io.shouxin.policyexception;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code policy_exception_renewal}; a renewal that was decided on, as a receipt keeps it. */
@Component
class ExceptionRenewalTable implements StoredFacts {

    private static final String SELECT = "SELECT * FROM policy_exception_renewal ";

    private final JdbcClient jdbc;

    ExceptionRenewalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ExceptionRenewal renewal) {
        jdbc.sql("INSERT INTO policy_exception_renewal (renewal_id, exception_id, customer_id, open_for, until_before, until_asked, reason, attempt, status,"
                        + " asked_by, asked_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(renewal.id().value(), renewal.exception().value(), renewal.customer().value(), renewal.exception().value(), Date.valueOf(renewal.before()),
                        Date.valueOf(renewal.until()), renewal.reason(), renewal.attempt(), renewal.status().name(), renewal.askedBy().value(),
                        Timestamp.from(renewal.askedAt())).update();
    }

    /** @throws OptimisticLockingFailureException where somebody else changed it meanwhile */
    void update(ExceptionRenewal renewal) {
        int moved = jdbc.sql("UPDATE policy_exception_renewal SET open_for = ?, until_before = ?, until_asked = ?, reason = ?, attempt = ?, status = ?, misfit = ?,"
                        + " asked_at = ?, approval_case = ?, closed_at = ?, version = version + 1 WHERE renewal_id = ? AND version = ?")
                .params(renewal.status().isOpen() ? renewal.exception().value() : null, Date.valueOf(renewal.before()), Date.valueOf(renewal.until()),
                        renewal.reason(), renewal.attempt(), renewal.status().name(), renewal.misfit(), Timestamp.from(renewal.askedAt()),
                        renewal.approvalCase() == null ? null : renewal.approvalCase().value(),
                        renewal.closedAt() == null ? null : Timestamp.from(renewal.closedAt()), renewal.id().value(), renewal.version()).update();
        if (moved == 0) {
            throw new OptimisticLockingFailureException(renewal.id() + " was changed meanwhile");
        }
    }

    Optional<ExceptionRenewal> find(ExceptionRenewalId id) {
        return jdbc.sql(SELECT + "WHERE renewal_id = ?").param(id.value()).query(ExceptionRenewalTable::read).optional();
    }

    Optional<ExceptionRenewal> openFor(PolicyExceptionId exception) {
        return jdbc.sql(SELECT + "WHERE open_for = ?").param(exception.value()).query(ExceptionRenewalTable::read).optional();
    }

    /** All of these exceptions, oldest first. */
    List<ExceptionRenewal> of(Collection<PolicyExceptionId> exceptions) {
        return exceptions.isEmpty() ? List.of() : jdbc.sql(SELECT + "WHERE exception_id IN (:exceptions) ORDER BY renewal_id")
                .param("exceptions", exceptions.stream().map(PolicyExceptionId::value).toList()).query(ExceptionRenewalTable::read).list();
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return StoredRow.select(jdbc, "policy_exception_renewal", List.of("renewal_id"), "renewal_id = ?", List.of(decided.subject()), "version", "status",
                "open_for", "misfit", "attempt", "approval_case", "closed_at").stream().map(StoredRow::asLiving).toList();
    }

    private static ExceptionRenewal read(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new ExceptionRenewal(new ExceptionRenewalId(row.getString("renewal_id")), new PolicyExceptionId(row.getString("exception_id")),
                new CustomerId(row.getString("customer_id")), row.getDate("until_before").toLocalDate(), row.getDate("until_asked").toLocalDate(),
                row.getString("reason"), row.getInt("attempt"), ExceptionRenewalStatus.valueOf(row.getString("status")), row.getString("misfit"),
                new PersonId(row.getString("asked_by")), row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("approval_case")).map(ApprovalCaseId::new).orElse(null), closed == null ? null : closed.toInstant(),
                row.getLong("version"));
    }
}
