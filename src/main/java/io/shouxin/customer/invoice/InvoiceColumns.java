package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Finds the columns of an invoice file by their headers and reads its rows. */
public final class InvoiceColumns {

    private static final List<String> FIRM = List.of("企业代号", "统一社会信用代码", "纳税人识别号", "客户编号");
    private static final List<String> NUMBER = List.of("发票号码", "数电票号码", "数电发票号码");
    private static final List<String> DATE = List.of("开票日期");
    private static final List<String> SELLER = List.of("销方单位代号", "销方识别号", "销方税号", "销方名称", "销售方名称");
    private static final List<String> BUYER = List.of("购方单位代号", "购方识别号", "购方税号", "购方名称", "购买方名称");
    private static final List<String> AMOUNT = List.of("金额", "不含税金额");
    private static final List<String> TAX = List.of("税额");
    private static final List<String> TOTAL = List.of("价税合计");
    private static final List<String> STATUS = List.of("发票状态", "状态");
    private static final Set<String> VALID = Set.of("有效发票", "有效", "正常", "已红冲-全额", "已红冲-部分");
    private static final Set<String> VOID = Set.of("作废发票", "作废", "已作废");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E12");
    private static final LocalDate VAT_INTRODUCED = LocalDate.of(1994, 1, 1);

    private static final Pattern INVOICE_NUMBER = Pattern.compile("[0-9A-Za-z]{1,20}");
    private static final Pattern NUMBER_OF_YUAN = Pattern.compile("-?[0-9]{1,13}(?:\\.[0-9]{1,6})?");
    private static final Pattern COMPACT_DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern DATE_SEPARATOR = Pattern.compile("[-/.年月日]");

    private final Map<List<String>, Integer> positions = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> counterparty;
    private final LocalDate today;

    private InvoiceColumns(InvoiceDirection direction, LocalDate today) {
        this.counterparty = direction == InvoiceDirection.ISSUED ? BUYER : SELLER;
        this.today = today;
    }

    /** Why a row is not stored. */
    public static final class BadRow extends Exception {
        private final String reason;
        private final String column;
        private final String text;

        BadRow(String reason, String column, String text) {
            super(reason, null, false, false);
            this.reason = reason;
            this.column = column;
            this.text = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }

        public String reason() {
            return reason;
        }

        public String column() {
            return column;
        }

        public String text() {
            return text;
        }
    }

    /**
     * @param header     first row of the file
     * @param singleFirm the file holds one firm's invoices and need not name it
     * @param refusals   receives why the header does not fit
     */
    public static InvoiceColumns of(CSVRecord header, InvoiceDirection direction, boolean singleFirm, LocalDate today, List<Refusal> refusals) {
        InvoiceColumns columns = new InvoiceColumns(direction, today);
        header.forEach(cell -> columns.headers.add(narrow(cell)));
        List<String> wrongSide = direction == InvoiceDirection.ISSUED ? SELLER : BUYER;
        List<String> missing = new ArrayList<>();
        for (List<String> names : List.of(FIRM, NUMBER, DATE, columns.counterparty, AMOUNT, TAX, TOTAL, STATUS)) {
            names.stream().map(columns.headers::indexOf).filter(index -> index >= 0).findFirst()
                    .ifPresentOrElse(index -> columns.positions.put(names, index), () -> missing.add(names.get(0)));
        }
        if (singleFirm) {
            missing.remove(FIRM.get(0));
        }
        if (missing.contains(columns.counterparty.get(0)) && wrongSide.stream().anyMatch(columns.headers::contains)) {
            refusals.add(Refusal.of("INVOICE_DIRECTION_WRONG").at("direction"));
        } else if (!missing.isEmpty()) {
            refusals.add(Refusal.of("INVOICE_COLUMNS_MISSING").at("file").with("columns", String.join(", ", missing)));
        }
        return columns;
    }

    public InvoiceLine read(CSVRecord row) throws BadRow {
        if (row.size() < headers.size()) {
            throw new BadRow("INVOICE_ROW_INCOMPLETE", "", String.join(",", row.toList()));
        }
        String firm = positions.containsKey(FIRM) ? narrow(cell(row, FIRM)) : "";
        String number = narrow(cell(row, NUMBER));
        if (!INVOICE_NUMBER.matcher(number).matches()) {
            throw bad("INVOICE_NUMBER_MALFORMED", row, NUMBER);
        }
        String other = cell(row, counterparty).strip();
        if (other.isEmpty() || other.length() > 60) {
            throw bad("INVOICE_COUNTERPARTY_MALFORMED", row, counterparty);
        }
        LocalDate issuedOn = date(row);
        BigDecimal amount = amount(row, AMOUNT);
        BigDecimal tax = amount(row, TAX);
        BigDecimal total = amount(row, TOTAL);
        if (amount.add(tax).subtract(total).abs().compareTo(TOLERANCE) > 0) {
            throw new BadRow("INVOICE_TOTAL_WRONG", TOTAL.get(0), amount + " + " + tax + " <> " + total);
        }
        return new InvoiceLine(firm, number, issuedOn, other, amount, tax, total, voided(row));
    }

    private boolean voided(CSVRecord row) throws BadRow {
        String status = narrow(cell(row, STATUS));
        if (VALID.contains(status)) {
            return false;
        }
        if (VOID.contains(status)) {
            return true;
        }
        throw bad("INVOICE_STATUS_UNKNOWN", row, STATUS);
    }

    private LocalDate date(CSVRecord row) throws BadRow {
        String text = Normalizer.normalize(cell(row, DATE).strip(), Normalizer.Form.NFKC);
        int blank = text.indexOf(' ');
        String day = blank > 0 ? text.substring(0, blank) : text;
        String[] parts = COMPACT_DATE.matcher(day).matches()
                ? new String[] {day.substring(0, 4), day.substring(4, 6), day.substring(6)} : DATE_SEPARATOR.split(day);
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            if (parts.length == 3 && !date.isAfter(today) && !date.isBefore(VAT_INTRODUCED)) {
                return date;
            }
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
            throw bad("INVOICE_DATE_MALFORMED", row, DATE);
        }
        throw bad("INVOICE_DATE_OUT_OF_RANGE", row, DATE);
    }

    private BigDecimal amount(CSVRecord row, List<String> column) throws BadRow {
        String text = narrow(cell(row, column)).replace(",", "");
        if (!NUMBER_OF_YUAN.matcher(text).matches()) {
            throw bad("INVOICE_AMOUNT_MALFORMED", row, column);
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > 2 && amount.stripTrailingZeros().scale() > 2 || amount.abs().compareTo(TOO_LARGE) >= 0) {
            throw bad("INVOICE_AMOUNT_MALFORMED", row, column);
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private String cell(CSVRecord row, List<String> column) {
        return row.get(positions.get(column));
    }

    private BadRow bad(String reason, CSVRecord row, List<String> column) {
        return new BadRow(reason, headers.get(positions.get(column)), cell(row, column));
    }

    private static String narrow(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean plain = c > ' ' && c < 0x7f || c >= 0x4e00 && c < 0x9fa6;
            if (!plain) {
                return narrowed(cell);
            }
        }
        return cell;
    }

    private static String narrowed(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0\\ufeff]", "");
    }
}
