package io.shouxin.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One year of the working calendar.
 *
 * @param version of the year's data: that of the file it came with, or the number of the administrator's entry
 * @param source  the notice that says so
 * @param entered by whom, when a person of the bank entered it; empty for a year that came with the application
 */
public record WorkingYear(int year, String version, String source, List<Holiday> holidays, List<WorkedDay> worked, Optional<String> entered) {

    public WorkingYear {
        holidays = List.copyOf(holidays);
        worked = List.copyOf(worked);
    }

    /** Monday to Friday, for a year nobody has entered. */
    static WorkingYear unknown(int year) {
        return new WorkingYear(year, "", "", List.of(), List.of(), Optional.empty());
    }

    boolean isWorkingDay(LocalDate day) {
        if (worked.stream().anyMatch(each -> each.day().equals(day))) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.stream().noneMatch(holiday -> holiday.includes(day));
    }

    /** A public holiday with the days off around it, first and last day included. */
    public record Holiday(LocalDate from, LocalDate to, String name) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        List<LocalDate> days() {
            List<LocalDate> days = new ArrayList<>();
            from.datesUntil(to.plusDays(1)).forEach(days::add);
            return days;
        }
    }

    /** A Saturday or Sunday that is worked instead of a day off (调休上班). */
    public record WorkedDay(LocalDate day, String name) {
    }
}
