package io.shouxin.monitoring.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list as a file for a spreadsheet: UTF-8 with a mark at its beginning, so that Chinese is read right; no cell is taken for a formula. */
final class CovenantCsv {

    private static final String CHINESE = "客户编号,客户,约定,种类,测试安排,下次测试日,宽限至,状态,逾期,目标,最近结论,最近期末,最近数值,距目标,违约处理";
    private static final String ENGLISH = "customer,name,covenant,kind,schedule,next test,grace until,state,overdue,target,last result,last period,last value,headroom,breach case";

    /** As covenants are told: -16.00%, -1.20 倍, -1.20×, -3 days; with anything more behind it a spreadsheet would reckon. */
    private static final Pattern FIGURE = Pattern.compile("-?[0-9][0-9.,]*[%×]?( \\p{L}+)?");

    private CovenantCsv() {
    }

    static byte[] of(List<CovenantLine> lines, Locale language) {
        String heads = language.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        return ("\uFEFF" + heads + "\r\n" + lines.stream().map(CovenantCsv::row).collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(CovenantLine line) {
        return Stream.of(line.customerId(), line.customerName(), line.asked(), line.kindLabel(), line.schedule(), line.testOn(), line.graceEndsOn(), line.stateLabel(),
                line.overdue() ? "1" : "", line.target(), line.lastStateLabel(), line.lastPeriodEnd(), line.lastValue(), line.headroom(), line.breachCase())
                .map(cell -> cell(cell == null ? "" : cell.toString())).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean figure = FIGURE.matcher(text).matches();
        String safe = !figure && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
