package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of the lender's own figures (本机构资本数据登记簿). One person enters them with their source, another confirms them;
 * only then do limits rest on them. Entries are never changed: a correction is a new entry, and of one day the last counts.
 */
@Service
@Transactional
public class LenderRegister {

    private static final BigDecimal CEILING = new BigDecimal("100000000000000");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final String ALL = "SELECT * FROM lender_figures";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    LenderRegister(JdbcClient jdbc, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Enters figures that another person has to confirm. */
    public Outcome<LenderEntry> record(LenderFigures figures, PersonId actor) {
        List<Refusal> refusals = refusals(figures);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO lender_figures (lender_kind, as_of, net_capital, tier_one_capital, lendable_funds, source, recorded_by, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(figures.kind().name(), figures.asOf(), figures.netCapital(), figures.tierOneCapital(), figures.lendableFunds(),
                        figures.source().strip(), actor.value(), Timestamp.from(clock.instant())).update(key, "figures_id");
        long number = key.getKey().longValue();
        audit.record("lender-figures " + number, "LENDER_FIGURES_RECORDED", actor, figures.asOf() + " " + figures.source().strip());
        return Outcome.done(find(number).orElseThrow());
    }

    /** Confirms what another person entered; from now on it counts. Repeating it by the same person changes nothing. */
    public Outcome<LenderEntry> confirm(long number, PersonId actor) {
        int confirmed = jdbc.sql("""
                        UPDATE lender_figures SET confirmed_by = ?, confirmed_at = ?
                        WHERE figures_id = ? AND confirmed_by IS NULL AND recorded_by <> ?""")
                .params(actor.value(), Timestamp.from(clock.instant()), number, actor.value()).update();
        Optional<LenderEntry> entry = find(number);
        if (entry.isEmpty()) {
            return Outcome.refused(Refusal.of("LENDER_FIGURES_UNKNOWN").with("number", number));
        }
        if (confirmed == 0) {
            Optional<PersonId> by = entry.get().confirmedBy();
            return by.filter(actor::equals).isPresent() ? Outcome.done(entry.get()) : Outcome.refused(by.isPresent()
                    ? Refusal.of("LENDER_FIGURES_ALREADY_CONFIRMED").with("number", number) : Refusal.of("LENDER_FIGURES_OWN_ENTRY"));
        }
        audit.record("lender-figures " + number, "LENDER_FIGURES_CONFIRMED", actor, entry.get().figures().asOf().toString());
        return Outcome.done(entry.get());
    }

    /** The newest confirmed figures of that day or before. */
    @Transactional(readOnly = true)
    public Optional<LenderFigures> on(LocalDate day) {
        return jdbc.sql(ALL + " WHERE confirmed_by IS NOT NULL AND as_of <= ? ORDER BY as_of DESC, figures_id DESC LIMIT 1")
                .params(day).query(LenderRegister::entry).optional().map(LenderEntry::figures);
    }

    /** All entries, newest day first, at most 100. */
    @Transactional(readOnly = true)
    public List<LenderEntry> newest() {
        return jdbc.sql(ALL + " ORDER BY as_of DESC, figures_id DESC LIMIT 100").query(LenderRegister::entry).list();
    }

    private Optional<LenderEntry> find(long number) {
        return jdbc.sql(ALL + " WHERE figures_id = ?").params(number).query(LenderRegister::entry).optional();
    }

    private List<Refusal> refusals(LenderFigures figures) {
        List<Refusal> refusals = new ArrayList<>();
        if (figures.kind() == null) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at("kind"));
        }
        if (figures.asOf() == null || figures.asOf().isAfter(clock.today()) || figures.asOf().isBefore(EARLIEST)) {
            refusals.add(Refusal.of("LENDER_FIGURES_DAY").at("asOf"));
        }
        amount(figures.netCapital(), "netCapital", false, refusals);
        if (figures.tierOneCapital() != null || figures.kind() == LenderKind.BANK) {
            amount(figures.tierOneCapital(), "tierOneCapital", false, refusals);
        }
        amount(figures.lendableFunds(), "lendableFunds", true, refusals);
        FieldCheck.text(figures.source(), 2, 100, "source", refusals);
        return refusals;
    }

    private static void amount(BigDecimal amount, String field, boolean mayBeZero, List<Refusal> refusals) {
        FieldCheck.amount(amount, field, mayBeZero, CEILING, refusals);
    }

    private static LenderEntry entry(ResultSet row, int number) throws SQLException {
        LenderFigures figures = new LenderFigures(LenderKind.valueOf(row.getString("lender_kind")), row.getObject("as_of", LocalDate.class),
                plain(row.getBigDecimal("net_capital")), plain(row.getBigDecimal("tier_one_capital")), plain(row.getBigDecimal("lendable_funds")),
                row.getString("source"));
        Optional<Instant> confirmedAt = Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant);
        return new LenderEntry(row.getLong("figures_id"), figures, new PersonId(row.getString("recorded_by")),
                row.getTimestamp("recorded_at").toInstant(), Optional.ofNullable(row.getString("confirmed_by")).map(PersonId::new), confirmedAt);
    }

    private static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored == null ? null : stored.stripTrailingZeros();
        return stripped == null ? null : stripped.setScale(Math.max(0, stripped.scale()));
    }
}
