package io.shouxin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditTrail;
import io.shouxin.deadline.WorkingYear.Holiday;
import io.shouxin.deadline.WorkingYear.WorkedDay;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.kernel.StandingSimultaneous;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Which days are worked in China, and what an administrator may enter. */
class WorkingCalendarTest {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private AnnotationConfigApplicationContext context;
    private WorkingCalendar calendar;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext(Beans.class);
        calendar = context.getBean(WorkingCalendar.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest(name = "{3}: {1} working days from {0} is {2}")
    @CsvSource({
        "2026-11-27,  1, 2026-11-30, over a weekend",
        "2026-11-27,  0, 2026-11-27, today",
        "2026-09-30,  1, 2026-10-08, over National Day",
        "2026-10-09,  1, 2026-10-10, to a Saturday worked",
        "2026-09-18,  1, 2026-09-20, to a Sunday worked",
        "2026-02-13,  1, 2026-02-14, to the Saturday worked before Spring Festival",
        "2026-02-13,  2, 2026-02-24, over the nine days of Spring Festival",
        "2026-04-03,  1, 2026-04-07, over Tomb-sweeping Day",
        "2026-05-08,  1, 2026-05-09, to the Saturday worked after Labour Day",
        "2026-06-18,  1, 2026-06-22, over Dragon Boat Day",
        "2026-09-24,  1, 2026-09-28, over Mid-autumn",
        "2025-12-31,  1, 2026-01-04, over the turn of the year to a Sunday worked",
        "2025-01-27,  1, 2025-02-05, over Spring Festival 2025",
        "2025-09-30,  1, 2025-10-09, over National Day and Mid-autumn 2025",
        "2024-02-09,  1, 2024-02-18, over Spring Festival 2024 to a Sunday worked",
        "2024-10-11,  1, 2024-10-12, to a Saturday worked in 2024",
        "2026-10-08, -1, 2026-09-30, back over National Day",
        "2027-04-30,  1, 2027-05-03, in a year nobody has entered every Monday to Friday counts"})
    void countsTheDaysThatAreWorked(LocalDate from, int days, LocalDate expected, String why) {
        assertThat(calendar.plus(from, days)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsTheNoticesLeave(int year, int days) {
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, 2026-11-30, 1", "2026-11-30, 2026-11-27, -1", "2026-11-27, 2026-11-27, 0", "2026-09-30, 2026-10-08, 1"})
    void countsTheDaysBetween(LocalDate first, LocalDate last, int days) {
        assertThat(calendar.workingDaysBetween(first, last)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, ''", "2026-12-01, 2027", "2027-01-04, 2027", "2029-12-31, 2029;2030"})
    void saysWhichYearsDeadlinesNeedAndNobodyEntered(LocalDate today, String missing) {
        context.getBean(BusinessClock.class).follow(Clock.fixed(today.atTime(9, 0).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
        assertThat(calendar.unknownYears().stream().map(String::valueOf)).containsExactlyElementsOf(
                missing.isEmpty() ? List.of() : Arrays.asList(missing.split(";")));
    }

    @Test
    void aYearAnAdministratorEntersCountsFromThenOn() {
        calendar.enter(year2027(), ADMIN).orElseThrow();
        assertThat(calendar.plus(LocalDate.of(2027, 4, 30), 1)).isEqualTo(LocalDate.of(2027, 5, 6));
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 5, 8))).isTrue();
        assertThat(calendar.years()).contains(2027);
        assertThat(context.getBean(AuditTrail.class).of("CALENDAR-2027")).extracting("act").containsExactly("WORKING_YEAR_ENTERED");
    }

    @Test
    void aCorrectionIsAFurtherVersionAndTheEarlierOneStays() {
        calendar.enter(year2027(), ADMIN).orElseThrow();
        WorkingYear corrected = new WorkingYear(2027, "", "更正通知", year2027().holidays(), List.of(), Optional.empty());
        assertThat(calendar.enter(corrected, ADMIN).orElseThrow().version()).isEqualTo("2");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 5, 8))).isFalse();
        assertThat(context.getBean(JdbcClient.class).sql("SELECT COUNT(*) FROM working_year").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void whatTheBankEntersCountsBeforeWhatCameWithTheApplication() {
        List<Holiday> holidays = new ArrayList<>(calendar.year(2026).orElseThrow().holidays());
        holidays.add(new Holiday(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), "台风停工"));
        calendar.enter(new WorkingYear(2026, "", "当地政府通知", holidays, calendar.year(2026).orElseThrow().worked(), Optional.empty()), ADMIN).orElseThrow();
        assertThat(calendar.plus(LocalDate.of(2026, 11, 30), 1)).isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', value = {
        "2019 | 通知 | ''                                  | ''         | CALENDAR_YEAR_OUT_OF_RANGE",
        "2027 | ''   | ''                                  | ''         | CALENDAR_SOURCE_MISSING",
        "2027 | 通知 | 2026-12-31..2027-01-03              | ''         | CALENDAR_DAY_MALFORMED",
        "2027 | 通知 | 2027-01-03..2027-01-01              | ''         | CALENDAR_DAY_MALFORMED",
        "2027 | 通知 | 2027-01-01..2027-01-03;2027-01-03..2027-01-04 | '' | CALENDAR_DAY_TWICE",
        "2027 | 通知 | 2027-01-01..2027-01-03              | 2027-01-02 | CALENDAR_DAY_TWICE",
        "2027 | 通知 | 2027-01-01..2027-01-03              | 2027-01-04 | CALENDAR_WORKED_DAY_NO_WEEKEND",
        "2027 | 通知 | 2027-01-01..2027-01-03;2027-05-01..2027-05-05 | '' | CALENDAR_FIXED_DAY_MISSING"})
    void refusesAYearThatCannotBeTrueAndKeepsNothing(int year, String source, String holidays, String worked, String code) {
        WorkingYear entry = new WorkingYear(year, "", source, Arrays.stream(holidays.split(";")).filter(each -> !each.isBlank())
                .map(each -> new Holiday(LocalDate.parse(each.split("\\.\\.")[0]), LocalDate.parse(each.split("\\.\\.")[1]), "假日")).toList(),
                Arrays.stream(worked.split(";")).filter(each -> !each.isBlank()).map(each -> new WorkedDay(LocalDate.parse(each), "上班")).toList(),
                Optional.empty());
        assertThat(calendar.enter(entry, ADMIN).refusals()).extracting(Refusal::code).contains(code);
        assertThat(context.getBean(JdbcClient.class).sql("SELECT COUNT(*) FROM working_year").query(Long.class).single()).isZero();
    }

    private static WorkingYear year2027() {
        return new WorkingYear(2027, "", "国务院办公厅关于2027年部分节假日安排的通知（示例）",
                List.of(new Holiday(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3), "元旦"),
                        new Holiday(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 5), "劳动节"),
                        new Holiday(LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 7), "国庆节")),
                List.of(new WorkedDay(LocalDate.of(2027, 5, 8), "劳动节调休")), Optional.empty());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({WorkingCalendar.class, PublishedYears.class, AuditTrail.class})
    static class Beans {

        @Bean
        DataSource dataSource() {
            DataSource source = new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V012__audit.sql"),
                    new ClassPathResource("db/migration/V129__audit_chain_and_receipts.sql"),
                    new ClassPathResource("db/migration/V133__working_year.sql")).execute(source);
            return source;
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        Simultaneous simultaneous(PlatformTransactionManager transactions) {
            return StandingSimultaneous.with(transactions);
        }

        @Bean
        BusinessClock clock() {
            return new BusinessClock(Clock.fixed(TODAY.atTime(9, 0).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
        }
    }
}
