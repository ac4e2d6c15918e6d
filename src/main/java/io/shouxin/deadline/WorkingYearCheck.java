package io.shouxin.deadline;

import io.shouxin.deadline.WorkingYear.Holiday;
import io.shouxin.deadline.WorkingYear.WorkedDay;
import io.shouxin.kernel.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a year can be true: 《全国年节及纪念日放假办法》 fixes 1 January, 1 and 2 May and 1 to 3 October; only weekends are worked instead. */
final class WorkingYearCheck {

    static final int FIRST = 2020;
    static final int LAST = 2099;
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_ENTRIES = 40;

    private WorkingYearCheck() {
    }

    static List<Refusal> refusals(WorkingYear year) {
        List<Refusal> refusals = new ArrayList<>();
        if (year.year() < FIRST || year.year() > LAST) {
            refusals.add(Refusal.of("CALENDAR_YEAR_OUT_OF_RANGE").at("year").with("first", FIRST).with("last", LAST));
            return refusals;
        }
        if (year.source() == null || year.source().isBlank() || year.source().length() > LONGEST_SOURCE) {
            refusals.add(Refusal.of("CALENDAR_SOURCE_MISSING").at("source").with("most", LONGEST_SOURCE));
        }
        if (year.holidays().size() > MOST_ENTRIES || year.worked().size() > MOST_ENTRIES) {
            refusals.add(Refusal.of("CALENDAR_TOO_MANY_DAYS").at("holidays").with("most", MOST_ENTRIES));
            return refusals;
        }
        Set<LocalDate> off = new HashSet<>();
        for (int i = 0; i < year.holidays().size(); i++) {
            Holiday holiday = year.holidays().get(i);
            String at = "holidays[" + i + "]";
            if (!isNamed(holiday.name()) || holiday.from() == null || holiday.to() == null || holiday.from().getYear() != year.year()
                    || holiday.to().getYear() != year.year() || holiday.to().isBefore(holiday.from())) {
                refusals.add(Refusal.of("CALENDAR_DAY_MALFORMED").at(at).with("year", year.year()));
            } else if (holiday.days().stream().filter(day -> !off.add(day)).count() > 0) {
                refusals.add(Refusal.of("CALENDAR_DAY_TWICE").at(at).with("day", holiday.from()));
            }
        }
        Set<LocalDate> worked = new HashSet<>();
        for (int i = 0; i < year.worked().size(); i++) {
            WorkedDay day = year.worked().get(i);
            String at = "worked[" + i + "]";
            if (!isNamed(day.name()) || day.day() == null || day.day().getYear() != year.year()) {
                refusals.add(Refusal.of("CALENDAR_DAY_MALFORMED").at(at).with("year", year.year()));
            } else if (day.day().getDayOfWeek() != DayOfWeek.SATURDAY && day.day().getDayOfWeek() != DayOfWeek.SUNDAY) {
                refusals.add(Refusal.of("CALENDAR_WORKED_DAY_NO_WEEKEND").at(at).with("day", day.day()));
            } else if (off.contains(day.day()) || !worked.add(day.day())) {
                refusals.add(Refusal.of("CALENDAR_DAY_TWICE").at(at).with("day", day.day()));
            }
        }
        if (refusals.isEmpty()) {
            fixedDays(year.year()).stream().filter(day -> !off.contains(day))
                    .forEach(day -> refusals.add(Refusal.of("CALENDAR_FIXED_DAY_MISSING").at("holidays").with("day", day)));
        }
        return refusals;
    }

    private static List<LocalDate> fixedDays(int year) {
        return List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 1), LocalDate.of(year, 10, 2),
                LocalDate.of(year, 10, 3));
    }

    private static boolean isNamed(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }
}
