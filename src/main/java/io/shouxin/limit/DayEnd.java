package io.shouxin.limit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a day in the limit ledger (额度日终): what has come to its end is ended, what stands in foreign currencies is told at the rate of
 * the day, and everything is added up anew. Each step can be repeated: what was done is not done again.
 */
@Service
public class DayEnd {

    /** So many differences are kept of one reconciliation. */
    public static final int MOST_DIFFERENCES = 200;

    private static final PersonId SYSTEM = new PersonId("system");
    private static final String SOURCE = "day-end";
    private static final int TOGETHER = 500;

    private final LimitLedger ledger;
    private final LedgerHistory history;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    DayEnd(LimitLedger ledger, LedgerHistory history, BusinessNumbers numbers, BusinessClock clock, JdbcClient jdbc) {
        this.ledger = ledger;
        this.history = history;
        this.numbers = numbers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * Ends reservations, facilities and temporary room whose last day has passed, each in a transaction of its own: a night's work must not
     * hold the day's first orders up. @return how many were ended
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int endWhatIsOver() {
        LocalDate today = clock.today();
        return untilNoneIsLeft(() -> history.overdueReservations(today, TOGETHER),
                        held -> ledger.expire(held.id(), key("expire " + held.id()), today, SYSTEM))
                + untilNoneIsLeft(() -> history.overdueFacilities(today, TOGETHER),
                        facility -> ledger.expire(facility, key("expire " + facility), today, SYSTEM))
                + untilNoneIsLeft(() -> history.overdueTemporaries(today, TOGETHER),
                        account -> ledger.endTemporary(account, key("end " + account + " " + today), today, SYSTEM));
    }

    private interface Overdue<T> {
        List<T> next();
    }

    /** What is refused (somebody was faster) is left for the next day; a round that ends nothing is the last. */
    private static <T> int untilNoneIsLeft(Overdue<T> overdue, Function<T, Outcome<LedgerReceipt>> ending) {
        int ended = 0;
        int before;
        do {
            before = ended;
            for (T one : overdue.next()) {
                ended += ending.apply(one).isDone() ? 1 : 0;
            }
        } while (ended > before);
        return ended;
    }

    /** Tells every account in a foreign currency at the rate of the day. @return how many were told; those without a rate are not */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int revalue() {
        LocalDate today = clock.today();
        int told = 0;
        for (String after = ""; ; ) {
            List<LimitAccountId> foreign = history.foreignAccounts(after, TOGETHER);
            for (LimitAccountId account : foreign) {
                told += ledger.revalue(account, key("revalue " + account + " " + today), today, SYSTEM).isDone() ? 1 : 0;
                after = account.value();
            }
            if (foreign.size() < TOGETHER) {
                return told;
            }
        }
    }

    /** Adds the ledger up anew and keeps what disagrees. */
    @Transactional
    public ReconciliationView reconcile() {
        List<LedgerDifference> differences = history.reconcile();
        String id = numbers.next("RC");
        jdbc.sql("INSERT INTO limit_reconciliation (reconciliation_id, business_date, run_at, differences) VALUES (?, ?, ?, ?)")
                .params(id, Date.valueOf(clock.today()), Timestamp.from(clock.instant()), differences.size()).update();
        List<LedgerDifference> kept = differences.stream().limit(MOST_DIFFERENCES).toList();
        for (int i = 0; i < kept.size(); i++) {
            LedgerDifference difference = kept.get(i);
            jdbc.sql("INSERT INTO limit_difference (reconciliation_id, position, account_id, what, expected, found, entry_id) "
                            + "VALUES (:id, :position, :account, :what, :expected, :found, :entry)")
                    .param("id", id).param("position", i).param("account", difference.account().value()).param("what", difference.what())
                    .param("expected", difference.expected()).param("found", difference.found())
                    .param("entry", difference.entry().orElse(null)).update();
        }
        return find(id).orElseThrow();
    }

    /** Writes down what came out when somebody looked into the differences; once. */
    @Transactional
    public Outcome<ReconciliationView> explain(String reconciliation, String explanation, PersonId actor) {
        if (explanation == null || explanation.isBlank() || explanation.length() > 500) {
            return Outcome.refused(Refusal.of("EXPLANATION_MISSING").at("explanation"));
        }
        int explained = jdbc.sql("UPDATE limit_reconciliation SET explanation = ?, explained_by = ?, explained_at = ? "
                        + "WHERE reconciliation_id = ? AND explanation IS NULL")
                .params(explanation.strip(), actor.value(), Timestamp.from(clock.instant()), reconciliation).update();
        return explained == 1 ? Outcome.done(find(reconciliation).orElseThrow())
                : Outcome.refused(Refusal.of("ALREADY_EXPLAINED").with("reconciliation", reconciliation));
    }

    @Transactional(readOnly = true)
    public Optional<ReconciliationView> find(String reconciliation) {
        return jdbc.sql("SELECT business_date, run_at, explanation, explained_by FROM limit_reconciliation WHERE reconciliation_id = ?")
                .param(reconciliation).query((row, n) -> new ReconciliationView(reconciliation, row.getDate(1).toLocalDate(),
                        row.getTimestamp(2).toInstant(), differences(reconciliation), Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getString(4)))).optional();
    }

    /** The newest first, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<ReconciliationView> newest(int most) {
        return jdbc.sql("SELECT reconciliation_id FROM limit_reconciliation ORDER BY run_at DESC, reconciliation_id DESC LIMIT ?")
                .param(most).query(String.class).list().stream().map(id -> find(id).orElseThrow()).toList();
    }

    private List<LedgerDifference> differences(String reconciliation) {
        return jdbc.sql("SELECT account_id, what, expected, found, entry_id FROM limit_difference WHERE reconciliation_id = ? ORDER BY position")
                .param(reconciliation).query((row, n) -> new LedgerDifference(LimitAccountId.parse(row.getString(1)), row.getString(2),
                        row.getBigDecimal(3), row.getBigDecimal(4), Optional.ofNullable(row.getObject(5, Long.class)))).list();
    }

    private static LedgerKey key(String act) {
        return new LedgerKey(SOURCE, act);
    }
}
