package io.shouxin.customer.debt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Empty debt schedules in the layout the import understands. */
public final class DebtTemplate {

    private static final String UNIT = "单位：元";
    private static final List<String> HEADERS = Arrays.stream(DebtColumn.values()).map(DebtColumn::zh).toList();

    private DebtTemplate() {
    }

    public static byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("存量债务明细");
            sheet.createRow(0).createCell(0).setCellValue(UNIT);
            Row header = sheet.createRow(1);
            for (int i = 0; i < HEADERS.size(); i++) {
                header.createCell(i).setCellValue(HEADERS.get(i));
                sheet.setColumnWidth(i, 16 * 256);
            }
            sheet.createFreezePane(0, 2);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 with byte order mark, so that spreadsheet programs read it right. */
    public static byte[] csv() {
        return ("\ufeff" + UNIT + "\r\n" + String.join(",", HEADERS) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
