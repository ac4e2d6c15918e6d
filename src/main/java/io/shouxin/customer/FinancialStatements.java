package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.statement.Articulation;
import io.shouxin.customer.statement.Reconciliation;
import io.shouxin.customer.statement.SheetCheck;
import io.shouxin.customer.statement.StatementLayout;
import io.shouxin.customer.statement.UnitDoubt;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that keeps financial statements (财务报表): one per customer, period and basis, in yuan, exact. A statement that
 * does not articulate is kept as a draft that shows where and by how much, and is not used until corrected or explained.
 */
@Service
@Transactional
public class FinancialStatements {

    private final Statements statements;
    private final Customers customers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    FinancialStatements(Statements statements, Customers customers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.statements = statements;
        this.customers = customers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Records a statement as final, replacing one of the same period and basis. Refuses {@code STATEMENT_UNBALANCED}, once
     * per broken relation, with expected, reported and difference, and {@code STATEMENT_UNIT_DOUBTFUL}.
     */
    public Outcome<StatementView> record(CustomerId customer, StatementSheet sheet, PersonId actor) {
        return record(customer, sheet, false, actor);
    }

    /** @param unitConfirmed somebody has looked at the unit and says that it is right, however odd the figures look */
    public Outcome<StatementView> record(CustomerId customer, StatementSheet sheet, boolean unitConfirmed, PersonId actor) {
        List<Refusal> refusals = check(customer, sheet);
        if (refusals.isEmpty()) {
            Articulation.differencesOf(sheet).forEach(difference -> refusals.add(refusalOf(difference)));
        }
        if (refusals.isEmpty() && !unitConfirmed) {
            UnitDoubt.of(sheet, kept(customer)).ifPresent(refusals::add);
        }
        return refusals.isEmpty() ? Outcome.done(keep(customer, sheet, StatementStatus.FINAL, actor)) : Outcome.refused(refusals);
    }

    /** Keeps a statement that is still being entered, as {@code DRAFT}, or as {@code UNBALANCED} when it does not articulate. */
    public Outcome<StatementView> saveDraft(CustomerId customer, StatementSheet sheet, PersonId actor) {
        List<Refusal> refusals = check(customer, sheet);
        return refusals.isEmpty() ? Outcome.done(keep(customer, sheet, StatementStatus.DRAFT, actor)) : Outcome.refused(refusals);
    }

    /**
     * Lets an unbalanced statement be used all the same.
     *
     * @param explanation why, 5 to 500 characters; kept with the statement and in the audit trail
     */
    public Outcome<StatementView> explain(CustomerId customer, LocalDate periodEnd, int months, StatementBasis basis,
                                          String explanation, PersonId actor) {
        String stated = PlainText.stripped(explanation);
        List<Refusal> refusals = new ArrayList<>();
        if (stated == null || stated.length() < 5) {
            refusals.add(Refusal.of("EXPLANATION_MISSING").at("explanation"));
        }
        PlainText.check(stated, "explanation", 500, refusals);
        Optional<FinancialStatement> statement =
                statements.findByCustomerIdAndPeriodEndAndMonthsAndBasis(customer.value(), periodEnd, months, basis);
        if (statement.isEmpty()) {
            refusals.add(Refusal.of("STATEMENT_UNKNOWN").with("periodEnd", periodEnd));
        } else if (statement.get().status() != StatementStatus.UNBALANCED) {
            refusals.add(Refusal.of("STATEMENT_NEEDS_NO_EXPLANATION"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        statement.get().explain(stated);
        audit.record(customer.value(), "STATEMENT_EXPLAINED", actor, periodEnd + ": " + stated);
        return Outcome.done(statement.get().view());
    }

    /** All statements of a customer, newest period first. */
    @Transactional(readOnly = true)
    public List<StatementView> of(CustomerId customer) {
        return statements.findByCustomerIdOrderByPeriodEndDescMonthsDescBasisAsc(customer.value()).stream()
                .map(FinancialStatement::view).toList();
    }

    /** What does not fit between a customer's statements, and audited against self-reported figures; drafts included. */
    @Transactional(readOnly = true)
    public StatementReconciliation reconciliation(CustomerId customer) {
        return reconciliation(of(customer));
    }

    /** The same of statements already at hand. */
    public StatementReconciliation reconciliation(List<StatementView> ofOne) {
        return Reconciliation.of(ofOne);
    }

    /**
     * How a file would be understood for this customer; stores nothing. Its sheets are what would be on file afterwards.
     *
     * @param basis {@code SELF_REPORTED} when null
     */
    @Transactional(readOnly = true)
    public ImportPreview preview(CustomerId customer, InputStream content, StatementBasis basis) {
        return understood(customer, content, basis == null ? StatementBasis.SELF_REPORTED : basis);
    }

    /** Where a statement as read does not articulate; empty when it does. */
    public List<Refusal> differencesIn(StatementSheet sheet) {
        return Articulation.differencesOf(sheet).stream().map(FinancialStatements::refusalOf).toList();
    }

    private ImportPreview understood(CustomerId customer, InputStream content, StatementBasis basis) {
        ImportPreview read = StatementLayout.preview(content, basis);
        List<Refusal> problems = new ArrayList<>(read.problems());
        List<Refusal> doubts = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>(read.warnings());
        List<StatementSheet> kept = kept(customer);
        List<StatementSheet> sheets = read.sheets().stream().filter(sheet -> !onlyRetells(sheet, kept))
                .map(sheet -> merged(customer, sheet, warnings)).toList();
        sheets.forEach(sheet -> problems.addAll(check(customer, sheet)));
        List<StatementSheet> beside = new ArrayList<>(kept);
        beside.removeIf(known -> sheets.stream().anyMatch(sheet -> samePeriodAndBasis(sheet, known)));
        // Each pair of statements is asked about once.
        for (StatementSheet sheet : sheets) {
            UnitDoubt.of(sheet, beside).ifPresent(doubts::add);
            beside.add(sheet);
        }
        return new ImportPreview(read.units(), read.periods(), read.rows(), sheets, problems.stream().distinct().toList(), doubts, warnings);
    }

    /**
     * Imports a CSV or XLSX file. Figures are added to what is already kept for a period and basis, so that the three
     * statements may come in three files; a period that does not articulate is kept as {@code UNBALANCED}. What a comparative
     * column tells of an earlier period fills gaps there and replaces nothing. Nothing is stored unless the whole file is understood.
     *
     * @param unitConfirmed somebody has looked at the unit; otherwise {@code STATEMENT_UNIT_DOUBTFUL} refuses figures that look
     *                      1,000 or 10,000 times too large or too small
     */
    public Outcome<List<StatementView>> importFile(CustomerId customer, InputStream content, StatementBasis basis, boolean unitConfirmed,
                                                   PersonId actor) {
        if (basis == null) {
            return Outcome.refused(Refusal.of("STATEMENT_BASIS_MISSING").at("basis"));
        }
        ImportPreview preview = understood(customer, content, basis);
        List<Refusal> refusals = new ArrayList<>(preview.problems());
        if (!unitConfirmed) {
            refusals.addAll(preview.doubts());
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return Outcome.done(preview.sheets().stream().map(sheet -> keep(customer, sheet, StatementStatus.FINAL, actor)).toList());
    }

    /** What is kept for the period with what the sheet adds; tells of each kept figure that is replaced by another. */
    private StatementSheet merged(CustomerId customer, StatementSheet sheet, List<Refusal> warnings) {
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);
        Map<StatementItem, BigDecimal> comparatives = new EnumMap<>(StatementItem.class);
        statements.findByCustomerIdAndPeriodEndAndMonthsAndBasis(customer.value(), sheet.periodEnd(), sheet.months(), sheet.basis())
                .map(FinancialStatement::view).ifPresent(kept -> {
                    amounts.putAll(kept.amounts());
                    comparatives.putAll(kept.comparatives());
                });
        sheet.amounts().forEach((item, amount) -> {
            BigDecimal before = amounts.get(item);
            boolean retold = sheet.retold().contains(item);
            boolean differs = before != null && before.subtract(amount).abs().compareTo(retold ? sheet.resolution() : BigDecimal.ZERO) > 0;
            if (differs) {
                warnings.add(Refusal.of(retold ? "STATEMENT_RETOLD_DIFFERENTLY" : "STATEMENT_AMOUNT_REPLACED").at("file")
                        .with("periodEnd", sheet.periodEnd()).with("item", "statementItem." + item)
                        .with("kept", "CNY " + before.toPlainString()).with("told", "CNY " + amount.toPlainString()));
            }
            if (before == null || !retold) {
                amounts.put(item, amount);
            }
        });
        comparatives.putAll(sheet.comparatives());
        return new StatementSheet(sheet.periodEnd(), sheet.months(), sheet.basis(), sheet.currency(), amounts, sheet.resolution(), comparatives,
                sheet.retold());
    }

    private List<StatementSheet> kept(CustomerId customer) {
        return of(customer).stream().map(view -> new StatementSheet(view.periodEnd(), view.months(), view.basis(), view.currency(), view.amounts()))
                .toList();
    }

    /** A comparative column of a period whose own report is kept in the other basis is no statement of that period. */
    private static boolean onlyRetells(StatementSheet sheet, List<StatementSheet> kept) {
        return sheet.retold().containsAll(sheet.amounts().keySet()) && kept.stream().anyMatch(known -> known.basis() != sheet.basis()
                && known.periodEnd().equals(sheet.periodEnd()) && known.months() == sheet.months());
    }

    private static boolean samePeriodAndBasis(StatementSheet one, StatementSheet other) {
        return one.periodEnd().equals(other.periodEnd()) && one.months() == other.months() && one.basis() == other.basis();
    }

    private List<Refusal> check(CustomerId customer, StatementSheet sheet) {
        List<Refusal> refusals = new ArrayList<>(SheetCheck.refusalsOf(sheet, clock.today()));
        if (!customers.existsById(customer.value())) {
            refusals.add(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", customer));
        }
        return refusals;
    }

    private StatementView keep(CustomerId customer, StatementSheet sheet, StatementStatus balanced, PersonId actor) {
        List<StatementDifference> differences = Articulation.differencesOf(sheet);
        FinancialStatement statement = statements.findByCustomerIdAndPeriodEndAndMonthsAndBasis(
                        customer.value(), sheet.periodEnd(), sheet.months(), sheet.basis())
                .orElseGet(() -> new FinancialStatement(customer, sheet.periodEnd(), sheet.months(), sheet.basis()));
        StatementStatus status = differences.isEmpty() ? balanced : StatementStatus.UNBALANCED;
        statement.replace(sheet, status, differences, actor, clock.instant());
        simultaneous.write(() -> statements.saveAndFlush(statement), () -> null);
        audit.record(customer.value(), "STATEMENT_RECORDED", actor,
                sheet.periodEnd() + " " + sheet.months() + " months " + sheet.basis() + " " + status);
        return statement.view();
    }

    private static Refusal refusalOf(StatementDifference difference) {
        return Refusal.of("STATEMENT_UNBALANCED").at("amounts." + difference.item())
                .with("rule", "articulation." + difference.rule()).with("item", "statementItem." + difference.item())
                .with("expected", difference.expected().toPlainString())
                .with("reported", difference.reported().toPlainString())
                .with("difference", difference.difference().toPlainString());
    }
}
