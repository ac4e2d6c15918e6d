package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.file.Table;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands column headers such as 2023年, 2023-12-31, 2024年6月, 2024年1-6月, 期末余额 and 上年同期. */
final class PeriodHeader {

    private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
    private static final Pattern DAY = Pattern.compile(YEAR + "[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?");
    private static final Pattern FROM_JANUARY = Pattern.compile(YEAR + "[年.]?0?1月?[-~—–至到](?<month>[0-9]{1,2})月");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?:年(?<month>[0-9]{1,2})月末?|[-/.](?<month2>[0-9]{1,2}))(?![0-9])");
    private static final Pattern PART_OF_YEAR = Pattern.compile(
            YEAR + "年?(?<part>第?一季度|第?1季度|一季报|Q1|H1|上半年|半年度|半年报|中期|前三季度|前3季度|三季报)", Pattern.CASE_INSENSITIVE);
    /** A part of the year that does not begin in January tells no period the bank keeps. */
    private static final Pattern LATER_PART = Pattern.compile("第?[二三四234]季度|下半年|Q[234]|H2", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?<![0-9])" + YEAR + "(?:年(?:度|末|年末|年报|全年)?)?(?![0-9年])");
    private static final List<String> CLOSING = List.of("期末", "年末", "本期", "本年");
    /** The one column of a sheet whose title names the date. */
    private static final Set<String> PLAIN = Set.of("金额", "余额", "数额");
    private static final Pattern UNIT_BESIDE = Pattern.compile("\\([^()]*[元圆]\\)");
    private static final List<String> OPENING = List.of("年初", "期初", "上年年末", "上年末", "上期末", "上年期末");
    private static final List<String> YEAR_BEFORE = List.of("上期", "上年", "去年");

    private PeriodHeader() {
    }

    /** A period written out in full anywhere in the text; of a range of days its end, of 1 January the day before. */
    static Optional<ImportPreview.Period> absolute(String text) {
        String header = Table.narrow(text);
        Matcher fromJanuary = FROM_JANUARY.matcher(header);
        if (fromJanuary.find()) {
            return monthEnd(text, number(fromJanuary, "year"), number(fromJanuary, "month"));
        }
        List<MatchResult> days = DAY.matcher(header).results().toList();
        if (!days.isEmpty()) {
            return ofDay(text, days.get(days.size() - 1));
        }
        Matcher part = PART_OF_YEAR.matcher(header);
        if (part.find()) {
            return monthEnd(text, number(part, "year"), monthsOf(part.group("part")));
        }
        if (LATER_PART.matcher(header).find()) {
            return Optional.empty();
        }
        Matcher month = MONTH.matcher(header);
        if (month.find()) {
            return monthEnd(text, number(month, "year"), number(month, month.group("month") == null ? "month2" : "month"));
        }
        Matcher year = WHOLE_YEAR.matcher(header);
        return year.find() ? monthEnd(text, number(year, "year"), 12) : Optional.empty();
    }

    /** A period told relative to the date of the report; the current month alone (本月数) is none. */
    static Optional<ImportPreview.Period> relative(String text, ImportPreview.Period report) {
        String header = Table.narrow(text);
        if (header.contains("月数") || header.contains("本月") || header.contains("增") || header.contains("%")) {
            return Optional.empty();
        }
        if (OPENING.stream().anyMatch(header::contains)) {
            return Optional.of(new ImportPreview.Period(text, LocalDate.of(report.periodEnd().getYear() - 1, 12, 31), 12, true));
        }
        if (YEAR_BEFORE.stream().anyMatch(header::contains)) {
            YearMonth yearBefore = YearMonth.from(report.periodEnd()).minusYears(1);
            return Optional.of(new ImportPreview.Period(text, yearBefore.atEndOfMonth(), report.months(), true));
        }
        return PLAIN.contains(UNIT_BESIDE.matcher(header).replaceAll("")) || CLOSING.stream().anyMatch(header::contains)
                ? Optional.of(new ImportPreview.Period(text, report.periodEnd(), report.months())) : Optional.empty();
    }

    static boolean isRelative(String text) {
        ImportPreview.Period any = new ImportPreview.Period("", LocalDate.of(2000, 12, 31), 12);
        return relative(text, any).isPresent();
    }

    private static Optional<ImportPreview.Period> ofDay(String text, MatchResult day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            boolean firstOfYear = date.getDayOfYear() == 1;
            LocalDate end = firstOfYear ? date.minusDays(1) : date;
            return Optional.of(new ImportPreview.Period(text, end, end.getMonthValue()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<ImportPreview.Period> monthEnd(String text, int year, int month) {
        return month < 1 || month > 12 ? Optional.empty()
                : Optional.of(new ImportPreview.Period(text, YearMonth.of(year, month).atEndOfMonth(), month));
    }

    private static int monthsOf(String part) {
        return part.contains("三季") ? 9 : part.contains("季") ? 3 : 6;
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
