package io.shouxin.approval;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code absence}: who is away from when to when, and who acts for him meanwhile. Entries are ended, never deleted. */
@Component
class AbsenceCalendar {

    private static final String SELECT = "SELECT absence_id, person, delegate, starts_on, ends_on, reason, recorded_by, recorded_at, ended_on FROM absence ";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AbsenceCalendar(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who acts for this officer today; empty while he is there. */
    Optional<PersonId> delegateOf(PersonId person) {
        return on(clock.today()).stream().filter(absence -> absence.person().equals(person)).map(Absence::delegate).findFirst();
    }

    /** For whom this officer acts today. */
    List<PersonId> principalsOf(PersonId delegate) {
        return on(clock.today()).stream().filter(absence -> absence.delegate().equals(delegate)).map(Absence::person).toList();
    }

    List<Absence> on(LocalDate day) {
        return jdbc.sql(SELECT + "WHERE starts_on <= :day AND ends_on >= :day AND ended_on IS NULL ORDER BY absence_id")
                .param("day", Date.valueOf(day)).query(AbsenceCalendar::read).list();
    }

    /** Entries that touch these days and have not been ended. */
    List<Absence> between(LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + "WHERE starts_on <= :to AND ends_on >= :from AND ended_on IS NULL ORDER BY starts_on, absence_id")
                .param("from", Date.valueOf(from)).param("to", Date.valueOf(to)).query(AbsenceCalendar::read).list();
    }

    Optional<Absence> find(String id) {
        return jdbc.sql(SELECT + "WHERE absence_id = :id").param("id", id).query(AbsenceCalendar::read).optional();
    }

    /** Absences of one person cannot overlap; entering them one after the other is what this lock is for. */
    void lock() {
        jdbc.sql("SELECT lock_id FROM absence_lock WHERE lock_id = 1 FOR UPDATE").query(Integer.class).single();
    }

    void insert(Absence absence) {
        jdbc.sql("INSERT INTO absence (absence_id, person, delegate, starts_on, ends_on, reason, recorded_by, recorded_at) VALUES (:id, :person, "
                        + ":delegate, :from, :to, :reason, :by, :at)")
                .param("id", absence.id()).param("person", absence.person().value()).param("delegate", absence.delegate().value())
                .param("from", Date.valueOf(absence.from())).param("to", Date.valueOf(absence.to())).param("reason", absence.reason())
                .param("by", absence.recordedBy().value()).param("at", Timestamp.from(absence.recordedAt())).update();
    }

    void end(String id, LocalDate on, PersonId by) {
        jdbc.sql("UPDATE absence SET ended_on = :on, ended_by = :by WHERE absence_id = :id AND ended_on IS NULL")
                .param("on", Date.valueOf(on)).param("by", by.value()).param("id", id).update();
    }

    private static Absence read(ResultSet row, int n) throws SQLException {
        return new Absence(row.getString(1), new PersonId(row.getString(2)), new PersonId(row.getString(3)), row.getDate(4).toLocalDate(),
                row.getDate(5).toLocalDate(), row.getString(6), new PersonId(row.getString(7)), row.getTimestamp(8).toInstant(),
                Optional.ofNullable(row.getDate(9)).map(Date::toLocalDate));
    }
}
