package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The figures of one customer for one period and basis; the latest recording replaces the one before. */
@Entity
@Table(name = "financial_statement")
class FinancialStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "statement_id")
    private Long id;

    @Version
    private Long version;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "period_end")
    private LocalDate periodEnd;

    private int months;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private StatementBasis basis;

    private String currency;

    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String amounts;

    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String differences;

    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String comparatives;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private StatementStatus status;

    private String explanation;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant recordedAt;

    protected FinancialStatement() {
    }

    FinancialStatement(CustomerId customer, LocalDate periodEnd, int months, StatementBasis basis) {
        this.customerId = customer.value();
        this.periodEnd = periodEnd;
        this.months = months;
        this.basis = basis;
    }

    void replace(StatementSheet sheet, StatementStatus newStatus, List<StatementDifference> found, PersonId actor, Instant at) {
        this.currency = sheet.currency();
        this.amounts = ColumnJson.write(sheet.amounts());
        this.differences = ColumnJson.write(found);
        this.comparatives = sheet.comparatives().isEmpty() ? null : ColumnJson.write(sheet.comparatives());
        this.status = newStatus;
        this.explanation = null;
        this.recordedBy = actor.value();
        this.recordedAt = at;
    }

    void explain(String text) {
        this.status = StatementStatus.EXPLAINED;
        this.explanation = text;
    }

    StatementStatus status() {
        return status;
    }

    StatementView view() {
        return new StatementView(new CustomerId(customerId), periodEnd, months, basis, currency,
                ColumnJson.readAmounts(amounts), status, ColumnJson.readDifferences(differences), explanation, recordedAt,
                comparatives == null ? Map.of() : ColumnJson.readAmounts(comparatives));
    }
}
