package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that keeps credit reports (征信报告). A report may be queried with the customer's authorisation only; each query
 * and each look at a report is in the audit trail.
 */
@Service
@Transactional
public class CreditReports {

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_QUERIES = 10_000;

    private final JdbcClient jdbc;
    private final CustomerRegister customers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    CreditReports(JdbcClient jdbc, CustomerRegister customers, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
        this.audit = audit;
    }

    /** Keeps the facts of a report just queried. Reports are never changed; the one of the latest date counts. */
    public Outcome<CreditReport> record(CustomerId customer, CreditReport report, PersonId actor) {
        List<Refusal> refusals = refusalsOf(report);
        if (customers.find(customer).isEmpty()) {
            refusals.add(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", customer));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        jdbc.sql("""
                        INSERT INTO credit_report (customer_id, as_of, overdue_count_24m, max_days_past_due_24m, current_overdue_days,
                          outstanding_debt, guarantees_given, currency, queries_6m, defaulted, dishonest_debtor,
                          authorisation_reference, source, recorded_by, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(customer.value(), report.asOf(), report.overdueCount24m(), report.maxDaysPastDue24m(),
                        report.currentOverdueDays(), report.outstandingDebt().amount(), report.guaranteesGiven().amount(),
                        report.outstandingDebt().currency().getCurrencyCode(), report.queries6m(), report.defaulted(),
                        report.dishonestDebtor(), report.authorisationReference().strip(), report.source().strip(),
                        actor.value(), Timestamp.from(clock.instant()))
                .update();
        audit.record(customer.value(), "CREDIT_REPORT_QUERIED", actor,
                report.source().strip() + " " + report.asOf() + " authorised by " + report.authorisationReference().strip());
        return Outcome.done(report);
    }

    /** The report of the latest date, for the bank's own calculations. */
    @Transactional(readOnly = true)
    public Optional<CreditReport> latest(CustomerId customer) {
        return jdbc.sql("""
                        SELECT as_of, overdue_count_24m, max_days_past_due_24m, current_overdue_days, outstanding_debt, guarantees_given,
                               currency, queries_6m, defaulted, dishonest_debtor, authorisation_reference, source
                        FROM credit_report WHERE customer_id = ? ORDER BY as_of DESC, report_id DESC LIMIT 1""")
                .param(customer.value()).query((row, n) -> report(row)).optional();
    }

    /** The same for a person who looks at it; leaves an audit entry. */
    public Optional<CreditReport> lookAt(CustomerId customer, PersonId reader) {
        Optional<CreditReport> report = latest(customer);
        report.ifPresent(found -> audit.record(customer.value(), "CREDIT_REPORT_READ", reader, String.valueOf(found.asOf())));
        return report;
    }

    private List<Refusal> refusalsOf(CreditReport report) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate asOf = report.asOf();
        if (asOf == null || asOf.isAfter(clock.today()) || asOf.isBefore(clock.today().minusYears(10))) {
            refusals.add(Refusal.of("CREDIT_REPORT_DATE").at("asOf"));
        }
        range(report.overdueCount24m(), 24, "overdueCount24m", refusals);
        range(report.maxDaysPastDue24m(), MOST_DAYS, "maxDaysPastDue24m", refusals);
        range(report.currentOverdueDays(), MOST_DAYS, "currentOverdueDays", refusals);
        range(report.queries6m(), MOST_QUERIES, "queries6m", refusals);
        amount(report.outstandingDebt(), "outstandingDebt", refusals);
        amount(report.guaranteesGiven(), "guaranteesGiven", refusals);
        text(report.authorisationReference(), "authorisationReference", "CREDIT_REPORT_NOT_AUTHORISED", refusals);
        text(report.source(), "source", "CREDIT_REPORT_SOURCE_MISSING", refusals);
        return refusals;
    }

    private static void range(int number, int most, String field, List<Refusal> refusals) {
        if (number < 0 || number > most) {
            refusals.add(Refusal.of("NUMBER_OUT_OF_RANGE").at(field).with("min", 0).with("max", most));
        }
    }

    private static void amount(Money amount, String field, List<Refusal> refusals) {
        if (amount == null || amount.isNegative()) {
            refusals.add(Refusal.of("AMOUNT_MISSING_OR_NEGATIVE").at(field));
        } else if (!amount.currency().equals(Money.CNY)) {
            refusals.add(Refusal.of("CREDIT_REPORT_CURRENCY").at(field).with("currency", amount.currency()));
        }
    }

    private static void text(String text, String field, String missing, List<Refusal> refusals) {
        String stated = PlainText.stripped(text);
        if (stated == null) {
            refusals.add(Refusal.of(missing).at(field));
        }
        PlainText.check(stated, field, 50, refusals);
    }

    private static CreditReport report(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new CreditReport(row.getObject("as_of", LocalDate.class), row.getInt("overdue_count_24m"),
                row.getInt("max_days_past_due_24m"), row.getInt("current_overdue_days"), money(row.getBigDecimal("outstanding_debt"), currency),
                money(row.getBigDecimal("guarantees_given"), currency), row.getInt("queries_6m"), row.getBoolean("defaulted"),
                row.getBoolean("dishonest_debtor"), row.getString("authorisation_reference"), row.getString("source"));
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.of(amount.toPlainString(), currency);
    }
}
