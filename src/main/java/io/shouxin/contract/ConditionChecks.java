package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that looks at conditions precedent again while the facility lives (条件复查): each check done plans the next one. */
@Service
@Transactional
public class ConditionChecks {

    private static final int SHORTEST_REMARK = 5;
    private static final String COLUMNS = "check_id, agreement_id, application_id, customer_id, condition_code, cadence_months, due_on, status, "
            + "evidence, remark, done_by, done_at";

    private final JdbcClient jdbc;
    private final FacilityBook book;
    private final ConditionWaivers duties;
    private final DocumentDesk documents;
    private final People people;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ConditionChecks(JdbcClient jdbc, FacilityBook book, ConditionWaivers duties, DocumentDesk documents, People people, BusinessNumbers numbers,
                    AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.duties = duties;
        this.documents = documents;
        this.people = people;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans the first check of each condition of an agreement whose facilities have just become active. Asked again, it changes nothing. */
    public void plan(AgreementView agreement) {
        for (ConditionPrecedent condition : agreement.conditions()) {
            int cadence = duties.cadence(condition.code());
            if (cadence > 0 && of(agreement.application()).stream().noneMatch(check -> check.condition().equals(condition.code()))) {
                plan(agreement.id(), agreement.application(), agreement.customer(), condition.code(), cadence, clock.today().plusMonths(cadence));
            }
        }
    }

    private void plan(AgreementId agreement, ApplicationId application, CustomerId customer, String condition, int cadence, LocalDate due) {
        jdbc.sql("INSERT INTO condition_check (check_id, agreement_id, application_id, customer_id, condition_code, cadence_months, due_on, status, version) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, 'PLANNED', 0)")
                .params(numbers.next("CK"), agreement.value(), application.value(), customer.value(), condition, cadence, Date.valueOf(due)).update();
    }

    /** Opens every planned check whose day has come; of an agreement with no live facility it ends instead. Each is opened once. */
    public List<ConditionCheckView> openDue() {
        List<ConditionCheckView> due = jdbc.sql("SELECT " + COLUMNS + " FROM condition_check WHERE status = 'PLANNED' AND due_on <= ? ORDER BY due_on, check_id")
                .param(Date.valueOf(clock.today())).query(ConditionChecks::view).list();
        return due.stream().filter(check -> {
            boolean lives = book.of(check.application()).stream()
                    .anyMatch(facility -> facility.status() == FacilityStatus.ACTIVE || facility.status() == FacilityStatus.SUSPENDED);
            int moved = jdbc.sql("UPDATE condition_check SET status = ?, version = version + 1 WHERE check_id = ? AND status = 'PLANNED'")
                    .params(lives ? "OPEN" : "ENDED", check.id()).update();
            return lives && moved == 1;
        }).toList();
    }

    /**
     * Takes an officer's finding and plans the next check. A condition no longer met is told in the audit trail and stays on the list.
     *
     * @param met      whether the condition is still met
     * @param evidence a document of this customer; null when the remark says how it was seen
     * @return the check, or {@code CHECK_UNKNOWN, CHECK_NOT_OPEN, NOT_A_CREDIT_OFFICER, EVIDENCE_NEEDED, EVIDENCE_UNKNOWN, REMARK_TOO_LONG}
     */
    public Outcome<ConditionCheckView> record(String id, boolean met, DocumentId evidence, String remark, PersonId actor) {
        Optional<ConditionCheckView> found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("CHECK_UNKNOWN").with("check", id));
        }
        ConditionCheckView check = found.get();
        if (people.find(actor).filter(Person::worksOnCredits).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        String written = Remark.of(remark);
        if ((evidence == null || !met) && (written == null || written.length() < SHORTEST_REMARK)) {
            return Outcome.refused(Refusal.of("EVIDENCE_NEEDED").at("remark").with("condition", "condition." + check.condition()));
        }
        if (evidence != null && documents.find(evidence).filter(document -> document.customer().equals(check.customer()) && !document.generated()).isEmpty()) {
            return Outcome.refused(Refusal.of("EVIDENCE_UNKNOWN").at("evidence").with("document", evidence));
        }
        Optional<Refusal> tooLong = Remark.tooLong(written, "remark");
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int moved = jdbc.sql("UPDATE condition_check SET status = ?, evidence = ?, remark = ?, done_by = ?, done_at = ?, version = version + 1 "
                        + "WHERE check_id = ? AND status = 'OPEN'")
                .params(met ? "MET" : "BROKEN", evidence == null ? null : evidence.value(), written, actor.value(), Timestamp.from(now), id).update();
        if (moved == 0) {
            return Outcome.refused(Refusal.of("CHECK_NOT_OPEN").with("check", id));
        }
        LocalDate next = check.dueOn().plusMonths(check.cadenceMonths());
        plan(check.agreement(), check.application(), check.customer(), check.condition(), check.cadenceMonths(),
                next.isAfter(clock.today()) ? next : clock.today().plusMonths(check.cadenceMonths()));
        audit.record(check.application().value(), met ? "CONDITION_STILL_MET" : "CONDITION_BROKEN", actor, id + " " + check.condition() + " " + written);
        return Outcome.done(find(id).orElseThrow());
    }

    @Transactional(readOnly = true)
    public Optional<ConditionCheckView> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM condition_check WHERE check_id = ?").param(id).query(ConditionChecks::view).optional();
    }

    /** All checks of an application, latest day first. */
    @Transactional(readOnly = true)
    public List<ConditionCheckView> of(ApplicationId application) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM condition_check WHERE application_id = ? ORDER BY due_on DESC, check_id").param(application.value())
                .query(ConditionChecks::view).list();
    }

    /** The first so many planned or open checks, the earliest day first. */
    @Transactional(readOnly = true)
    public List<ConditionCheckView> standing(ConditionSearch search, int most) {
        return jdbc.sql("SELECT " + ConditionSearch.prefixed(COLUMNS) + search.from() + " ORDER BY c.due_on, c.check_id LIMIT " + most).params(search.values())
                .query(ConditionChecks::view).list();
    }

    /** How many there are, counted no further than so many. */
    @Transactional(readOnly = true)
    public int count(ConditionSearch search, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT c.check_id" + search.from() + " LIMIT " + most + ") counted").params(search.values()).query(Integer.class).single();
    }

    private static ConditionCheckView view(ResultSet row, int n) throws SQLException {
        Timestamp done = row.getTimestamp(12);
        return new ConditionCheckView(row.getString(1), new AgreementId(row.getString(2)), new ApplicationId(row.getString(3)), new CustomerId(row.getString(4)),
                row.getString(5), row.getInt(6), row.getDate(7).toLocalDate(), ConditionCheckStatus.valueOf(row.getString(8)), row.getString(9),
                row.getString(10), row.getString(11), done == null ? null : done.toInstant());
    }
}
