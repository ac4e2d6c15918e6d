package io.shouxin.integration.web;

import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.deadline.WorkingYear;
import io.shouxin.deadline.WorkingYear.Holiday;
import io.shouxin.deadline.WorkingYear.WorkedDay;
import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar; the process administrator enters a year when the State Council has published it. */
@RestController
@RequestMapping({"/api/v1/working-calendar", "/camunda/api/shouxin/v1/working-calendar"})
@Tag(name = "Deadlines")
class WorkingCalendarController {

    private final WorkingCalendar calendar;
    private final Access access;

    WorkingCalendarController(WorkingCalendar calendar, Access access) {
        this.calendar = calendar;
        this.access = access;
    }

    @Operation(summary = "The years that are known, and those deadlines need that are not: in them every Monday to Friday counts")
    @GetMapping
    CalendarAnswer calendar() {
        access.officer();
        return new CalendarAnswer(calendar.years().stream().map(year -> YearAnswer.of(calendar.year(year).orElseThrow())).toList(),
                calendar.unknownYears());
    }

    @Operation(summary = "Enter a year, or correct it, by the State Council's notice; for the process administrator")
    @PutMapping("/{year}")
    YearAnswer enter(@PathVariable int year, @RequestBody YearEntry entry) {
        return YearAnswer.of(calendar.enter(new WorkingYear(year, "", entry.source(), entry.holidays() == null ? List.of() : entry.holidays(),
                entry.worked() == null ? List.of() : entry.worked(), Optional.empty()), access.personIn(Role.ADMINISTRATOR).id()).orElseThrow());
    }

    /** @param unknown years without data that deadlines fall into */
    record CalendarAnswer(List<YearAnswer> years, List<Integer> unknown) {
    }

    /** @param enteredBy login of who entered it; null for a year that came with the application */
    record YearAnswer(int year, String version, String source, List<Holiday> holidays, List<WorkedDay> worked, String enteredBy) {

        static YearAnswer of(WorkingYear year) {
            return new YearAnswer(year.year(), year.version(), year.source(), year.holidays(), year.worked(), year.entered().orElse(null));
        }
    }

    /** @param source title and number of the notice
     *  @param worked Saturdays and Sundays that are worked instead */
    record YearEntry(String source, List<Holiday> holidays, List<WorkedDay> worked) {
    }
}
