package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Empty statement files in the layout the import understands: all items in rows, the last three full years in columns. */
public final class StatementTemplate {

    private static final int YEARS = 3;

    private StatementTemplate() {
    }

    /** One sheet per statement, and one for the notes. */
    public static byte[] xlsx(int lastFullYear) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (StatementItem.Section section : StatementItem.Section.values()) {
                XSSFSheet sheet = workbook.createSheet(title(section));
                sheet.setColumnWidth(0, 45 * 256);
                write(sheet.createRow(0), List.of(title(section), "单位：元"));
                write(sheet.createRow(1), header(lastFullYear));
                int row = 2;
                for (StatementItem item : itemsOf(section)) {
                    write(sheet.createRow(row++), List.of(item.zh()));
                }
                sheet.createFreezePane(1, 2);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All statements and the notes one below the other; UTF-8 with byte order mark, so that spreadsheet programs read it right. */
    public static byte[] csv(int lastFullYear) {
        StringBuilder text = new StringBuilder("\ufeff单位：元\r\n").append(String.join(",", header(lastFullYear))).append("\r\n");
        for (StatementItem item : StatementItem.values()) {
            text.append(item.zh()).append(",".repeat(YEARS)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> header(int lastFullYear) {
        List<String> header = new ArrayList<>(List.of("项目"));
        for (int year = lastFullYear - YEARS + 1; year <= lastFullYear; year++) {
            header.add(year + "年");
        }
        return header;
    }

    private static List<StatementItem> itemsOf(StatementItem.Section section) {
        return Arrays.stream(StatementItem.values()).filter(item -> item.section() == section).toList();
    }

    private static String title(StatementItem.Section section) {
        return switch (section) {
            case BALANCE_SHEET -> "资产负债表";
            case INCOME -> "利润表";
            case CASH_FLOW -> "现金流量表";
            case NOTES -> "附注";
        };
    }

    private static void write(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }
}
