package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.debt.DebtFile;
import io.shouxin.customer.debt.DebtJudgement;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that keeps schedules of existing debt (存量债务明细): what a customer owes to all lenders on a day. Schedules are never
 * changed; a correction is a new one. Of several the one of the latest cut-off date counts, of one date the one recorded last.
 */
@Service
@Transactional
public class DebtSchedules {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final String COLUMNS = "customer_id, as_of, source, document_id, debts, recorded_by, recorded_at";

    private final JdbcClient jdbc;
    private final Customers customers;
    private final ExchangeRates rates;
    private final BusinessClock clock;
    private final AuditTrail audit;

    DebtSchedules(JdbcClient jdbc, Customers customers, ExchangeRates rates, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.rates = rates;
        this.clock = clock;
        this.audit = audit;
    }

    /** Puts a schedule on file. Refuses it as a whole when a row cannot be read; a row that is in doubt is kept as 待核实. */
    public Outcome<DebtScheduleView> record(CustomerId customer, RecordDebtSchedule wish, PersonId actor) {
        List<Refusal> refusals = refusalsOf(customer, wish);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String source = wish.source().strip();
        String document = PlainText.stripped(wish.documentId());
        DebtScheduleView view = new DebtScheduleView(customer, wish.asOf(), source, document, judged(wish.lines(), wish.asOf()), actor.value(),
                clock.instant());
        jdbc.sql("INSERT INTO debt_schedule (" + COLUMNS + ", total_yuan, complete) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(customer.value(), view.asOf(), source, document, ColumnJson.write(view.debts()), actor.value(),
                        Timestamp.from(view.recordedAt()), view.total().amount(), view.complete()).update();
        audit.record(customer.value(), "DEBT_SCHEDULE_RECORDED", actor, view.asOf() + " " + source + ": " + view.debts().size() + " rows, "
                + view.total() + (view.complete() ? "" : ", " + view.toVerify() + " rows to verify"));
        return Outcome.done(view);
    }

    /** What a schedule would come to; stores nothing. */
    @Transactional(readOnly = true)
    public Outcome<DebtScheduleView> judge(CustomerId customer, RecordDebtSchedule wish) {
        List<Refusal> refusals = new ArrayList<>(asOfRefusals(wish.asOf()));
        refusals.addAll(DebtCheck.refusalsOf(wish.lines()));
        return refusals.isEmpty() ? Outcome.done(new DebtScheduleView(customer, wish.asOf(), wish.source(), wish.documentId(),
                judged(wish.lines(), wish.asOf()), null, null)) : Outcome.refused(refusals);
    }

    /** How a CSV or XLSX file of debts would be understood at a cut-off date; stores nothing. */
    @Transactional(readOnly = true)
    public DebtPreview preview(CustomerId customer, InputStream content, LocalDate asOf) {
        DebtFile file = DebtFile.read(content);
        List<Refusal> problems = new ArrayList<>(file.problems());
        problems.addAll(asOfRefusals(asOf));
        problems.addAll(DebtCheck.refusalsOf(file.lines()));
        List<JudgedDebt> debts = problems.isEmpty() ? judged(file.lines(), asOf) : List.of();
        return new DebtPreview(file.unit(), file.columns(), new DebtScheduleView(customer, asOf, null, null, debts, null, null),
                problems.stream().distinct().toList(), file.warnings());
    }

    /** Puts a file on file: {@link #preview} and {@link #record} in one. */
    public Outcome<DebtScheduleView> importFile(CustomerId customer, InputStream content, LocalDate asOf, String source, String documentId,
                                                PersonId actor) {
        DebtFile file = DebtFile.read(content);
        return file.problems().isEmpty() ? record(customer, new RecordDebtSchedule(asOf, source, documentId, file.lines()), actor)
                : Outcome.refused(file.problems());
    }

    /** The schedule that counts; empty when none is on file, which says nothing about what the customer owes. */
    @Transactional(readOnly = true)
    public Optional<DebtScheduleView> latest(CustomerId customer) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM debt_schedule WHERE customer_id = ? ORDER BY as_of DESC, schedule_id DESC LIMIT 1")
                .param(customer.value()).query((row, n) -> view(row)).optional();
    }

    /** All schedules of a customer, the one that counts first; at most 50. */
    @Transactional(readOnly = true)
    public List<DebtScheduleView> of(CustomerId customer) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM debt_schedule WHERE customer_id = ? ORDER BY as_of DESC, schedule_id DESC LIMIT 50")
                .param(customer.value()).query((row, n) -> view(row)).list();
    }

    private List<JudgedDebt> judged(List<DebtLine> lines, LocalDate asOf) {
        Map<String, Optional<ExchangeRate>> known = new HashMap<>();
        return new DebtJudgement(asOf, currency -> known.computeIfAbsent(currency, unread -> rates.onOrBefore(unread, asOf))).of(lines);
    }

    private List<Refusal> refusalsOf(CustomerId customer, RecordDebtSchedule wish) {
        List<Refusal> refusals = new ArrayList<>(asOfRefusals(wish.asOf()));
        String source = PlainText.stripped(wish.source());
        if (source == null) {
            refusals.add(Refusal.of("DEBT_SOURCE_MISSING").at("source"));
        }
        PlainText.check(source, "source", 100, refusals);
        PlainText.check(PlainText.stripped(wish.documentId()), "documentId", 60, refusals);
        refusals.addAll(DebtCheck.refusalsOf(wish.lines()));
        if (!customers.existsById(customer.value())) {
            refusals.add(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", customer));
        }
        return refusals;
    }

    private List<Refusal> asOfRefusals(LocalDate asOf) {
        boolean possible = asOf != null && !asOf.isAfter(clock.today()) && !asOf.isBefore(EARLIEST);
        return possible ? List.of() : List.of(Refusal.of("DEBT_CUT_OFF_DATE").at("asOf"));
    }

    private static DebtScheduleView view(ResultSet row) throws SQLException {
        return new DebtScheduleView(new CustomerId(row.getString("customer_id")), row.getObject("as_of", LocalDate.class), row.getString("source"),
                row.getString("document_id"), ColumnJson.readDebts(row.getString("debts")), row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
