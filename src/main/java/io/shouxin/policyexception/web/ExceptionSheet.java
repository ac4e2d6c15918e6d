package io.shouxin.policyexception.web;

import io.shouxin.kernel.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policy exceptions as a table for spreadsheets: with a byte order mark, so that Excel reads Chinese, and without cells that are taken for formulas. */
final class ExceptionSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of("number", "application", "customer", "customerName", "entity", "policy", "rule", "facility",
            "ruleSays", "caseHas", "permitted", "reason", "reasonWords", "compensation", "compensationWords", "from", "until", "status", "askedBy",
            "tier", "approvalCase", "endReason", "fulfilled");

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    ExceptionSheet(Wording wording, Locale language) {
        line(COLUMNS.stream().map(column -> wording.of("exceptionSheet." + column, language)));
    }

    void add(List<PolicyExceptionText> rows) {
        rows.forEach(row -> line(Stream.<Object>of(row.number(), row.application(), row.customer(), row.customerName(), row.entity(), row.policyLabel(),
                row.ruleLabel(), row.facility() == 0 ? "" : row.facility(), row.ruleSays(), row.caseHas(), row.permitted(), row.reasonLabel(), row.reason(),
                row.compensationLabel(), row.compensationWords(), row.from(), row.until(), row.statusLabel(), row.askedBy(), row.tier(),
                row.approvalCase(), row.endReason(), row.fulfilled()).map(cell -> cell == null ? "" : cell.toString())));
    }

    String text() {
        return text.toString();
    }

    private void line(Stream<String> cells) {
        text.append(cells.map(ExceptionSheet::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String cell(String written) {
        String harmless = !written.isEmpty() && "=+-@\t\r".indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
