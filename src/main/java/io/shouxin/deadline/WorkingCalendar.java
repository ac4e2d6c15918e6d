package io.shouxin.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working calendar (工作日历): Monday to Friday but public holidays, and the weekends worked instead. A year an administrator
 * entered counts before the one that came with the application. In a year nobody has entered every Monday to Friday counts, and it
 * is said so ({@link #unknownYears}).
 */
@Service
@Transactional
public class WorkingCalendar {

    /** The State Council publishes the next year's days in November, at the latest. */
    private static final int NEXT_YEAR_KNOWN_FROM_MONTH = 12;
    private static final int FARTHEST = 2000;
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final PublishedYears published;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    WorkingCalendar(PublishedYears published, JdbcClient jdbc, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.published = published;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    @Transactional(readOnly = true)
    public boolean isWorkingDay(LocalDate day) {
        return yearOf(day.getYear()).isWorkingDay(day);
    }

    /** The working day so many working days later, or earlier for a negative number; 0 is the day itself. */
    @Transactional(readOnly = true)
    public LocalDate plus(LocalDate day, int workingDays) {
        if (Math.abs(workingDays) > FARTHEST) {
            throw new IllegalArgumentException("no deadline lies " + workingDays + " working days away");
        }
        Map<Integer, WorkingYear> asked = new HashMap<>();
        LocalDate reached = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            reached = reached.plusDays(workingDays > 0 ? 1 : -1);
            if (asked.computeIfAbsent(reached.getYear(), this::yearOf).isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Working days after the first day, up to and with the last; negative when the last lies before the first. */
    @Transactional(readOnly = true)
    public int workingDaysBetween(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -workingDaysBetween(last, first);
        }
        Map<Integer, WorkingYear> asked = new HashMap<>();
        return Math.toIntExact(first.plusDays(1).datesUntil(last.plusDays(1))
                .filter(day -> asked.computeIfAbsent(day.getYear(), this::yearOf).isWorkingDay(day)).count());
    }

    /** The year as it counts; empty when nobody has entered it. */
    @Transactional(readOnly = true)
    public Optional<WorkingYear> year(int year) {
        return versions(year).stream().reduce((older, newer) -> newer).or(() -> published.of(year));
    }

    /** Years that are known, in order. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        TreeSet<Integer> years = new TreeSet<>(published.years());
        years.addAll(jdbc.sql("SELECT DISTINCT calendar_year FROM working_year").query(Integer.class).list());
        return List.copyOf(years);
    }

    /** Years deadlines are worked out in now although nobody has entered them: this one, and from December the next. */
    @Transactional(readOnly = true)
    public List<Integer> unknownYears() {
        LocalDate today = clock.today();
        return Stream.of(today.getYear(), today.getYear() + 1)
                .filter(year -> year == today.getYear() || today.getMonthValue() >= NEXT_YEAR_KNOWN_FROM_MONTH)
                .filter(year -> year(year).isEmpty()).toList();
    }

    /**
     * Enters a year, or corrects it; deadlines set before stay as they are.
     *
     * @return the year as it counts from now on, or {@code CALENDAR_YEAR_OUT_OF_RANGE, CALENDAR_SOURCE_MISSING, CALENDAR_TOO_MANY_DAYS,
     *         CALENDAR_DAY_MALFORMED, CALENDAR_DAY_TWICE, CALENDAR_WORKED_DAY_NO_WEEKEND, CALENDAR_FIXED_DAY_MISSING}
     */
    public Outcome<WorkingYear> enter(WorkingYear year, PersonId actor) {
        List<Refusal> refusals = WorkingYearCheck.refusals(year);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int version = versions(year.year()).size() + 1;
        simultaneous.write(() -> jdbc.sql("INSERT INTO working_year (calendar_year, version, holidays, worked, source, entered_by, entered_at)"
                        + " VALUES (:year, :version, :holidays, :worked, :source, :by, :at)")
                .param("year", year.year()).param("version", version).param("holidays", text(year.holidays())).param("worked", text(year.worked()))
                .param("source", year.source().strip()).param("by", actor.value()).param("at", Timestamp.from(clock.instant())).update(), () -> null);
        audit.record("CALENDAR-" + year.year(), "WORKING_YEAR_ENTERED", actor, "version " + version + ": " + year.source().strip());
        return Outcome.done(year(year.year()).orElseThrow());
    }

    /** What administrators entered for a year, oldest first. */
    private List<WorkingYear> versions(int year) {
        return jdbc.sql("SELECT version, source, holidays, worked, entered_by FROM working_year WHERE calendar_year = :year ORDER BY version")
                .param("year", year)
                .query((row, n) -> new WorkingYear(year, row.getString(1), row.getString(2), read(row.getString(3), new TypeReference<>() { }),
                        read(row.getString(4), new TypeReference<>() { }), Optional.of(row.getString(5)))).list();
    }

    private WorkingYear yearOf(int year) {
        return year(year).orElseGet(() -> WorkingYear.unknown(year));
    }

    private static String text(List<?> days) {
        try {
            return JSON.writeValueAsString(days);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
