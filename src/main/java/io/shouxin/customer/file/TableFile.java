package io.shouxin.customer.file;

import io.shouxin.kernel.TextEncoding;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reads a file of figures, CSV or XLSX told by its first bytes, into text tables. Formulas are never evaluated: the value the
 * spreadsheet program had stored counts. Limits keep a hostile file from exhausting memory.
 */
public final class TableFile {

    public static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final long MAX_UNPACKED_BYTES = 40L * 1024 * 1024;
    private static final int MAX_PACKED_PARTS = 500;
    private static final int MAX_ROWS = 2_000;
    private static final int MAX_COLUMNS = 60;
    private static final int MAX_SHEETS = 20;
    /** A spreadsheet keeps 15 significant digits; what follows is noise of its binary numbers. */
    private static final MathContext SPREADSHEET = new MathContext(15);

    private TableFile() {
    }

    /** @throws RefusedException with {@code STATEMENT_FILE_…} when the file cannot be read */
    public static List<Table> read(InputStream content) {
        byte[] bytes = bytes(content);
        if (bytes.length == 0) {
            throw refused("STATEMENT_FILE_EMPTY");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return workbook(bytes);
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0) || startsWith(bytes, '%', 'P', 'D', 'F') || hasZeroByte(bytes)) {
            throw refused("STATEMENT_FILE_TYPE");
        }
        return List.of(csv(bytes));
    }

    private static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RefusedException(Refusal.of("STATEMENT_FILE_TOO_LARGE").at("file").with("maxMegabytes", MAX_BYTES / 1024 / 1024));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table csv(byte[] bytes) {
        try (Reader reader = TextEncoding.open(new ByteArrayInputStream(bytes))) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiterOf(text.getBuffer())).setIgnoreEmptyLines(false)
                    .setLenientEof(true).setTrailingData(true).get();
            List<List<String>> rows = new ArrayList<>();
            try (CSVParser parser = CSVParser.parse(text.toString(), format)) {
                for (CSVRecord row : parser) {
                    add(rows, row.toList());
                }
            }
            return new Table("CSV", rows);
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw refused("STATEMENT_FILE_BROKEN");
        }
    }

    private static char delimiterOf(CharSequence text) {
        long tabs = text.chars().filter(c -> c == '\t').count();
        long semicolons = text.chars().filter(c -> c == ';').count();
        long commas = text.chars().filter(c -> c == ',').count();
        return tabs > 0 && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static List<Table> workbook(byte[] bytes) {
        checkUnpackedSize(bytes);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            if (workbook.getNumberOfSheets() > MAX_SHEETS) {
                throw refused("STATEMENT_FILE_TOO_LONG");
            }
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (!workbook.isSheetHidden(i)) {
                    tables.add(table(workbook.getSheetAt(i)));
                }
            }
            return tables;
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException malformed) {
            throw refused("STATEMENT_FILE_BROKEN");
        }
    }

    /** Counts what the archive really unpacks to, whatever its directory claims. */
    private static void checkUnpackedSize(byte[] bytes) {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts++;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MAX_UNPACKED_BYTES || parts > MAX_PACKED_PARTS) {
                        throw refused("STATEMENT_FILE_UNPACKS_TOO_LARGE");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw refused("STATEMENT_FILE_BROKEN");
        }
    }

    private static Table table(XSSFSheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        if (sheet.getLastRowNum() >= MAX_ROWS) {
            throw refused("STATEMENT_FILE_TOO_LONG");
        }
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            List<String> cells = new ArrayList<>();
            int width = row == null ? 0 : Math.min(row.getLastCellNum(), MAX_COLUMNS);
            for (int column = 0; column < width; column++) {
                XSSFCell cell = row.getCell(column);
                cells.add(cell == null ? "" : text(cell));
            }
            add(rows, cells);
        }
        return new Table(sheet.getSheetName(), rows);
    }

    private static String text(XSSFCell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR -> cell.getErrorCellString();
            case NUMERIC -> cell.getRawValue() == null ? "" : DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                    : new BigDecimal(cell.getRawValue()).round(SPREADSHEET).stripTrailingZeros().toPlainString();
            default -> "";
        };
    }

    private static void add(List<List<String>> rows, List<String> cells) {
        if (rows.size() >= MAX_ROWS) {
            throw refused("STATEMENT_FILE_TOO_LONG");
        }
        rows.add(cells.size() <= MAX_COLUMNS ? cells : cells.subList(0, MAX_COLUMNS));
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasZeroByte(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code).at("file"));
    }
}
