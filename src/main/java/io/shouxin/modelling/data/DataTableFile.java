package io.shouxin.modelling.data;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.TextEncoding;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table of cases from a file: CSV with a header row (separated by comma, semicolon or tab), or ARFF; plain or gzip,
 * UTF-8 or GBK. Empty cells and {@code ?}, {@code NA}, {@code NaN}, {@code null} are missing values.
 */
public final class DataTableFile {

    private static final Set<String> MISSING = Set.of("", "?", "NA", "NaN", "nan", "N/A", "null", "NULL");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)\\s*@attribute\\s+(?:('[^']*'|\"[^\"]*\")|(\\S+))");
    private static final int MOST_ROWS = 5_000_000;

    private DataTableFile() {
    }

    /**
     * The whole table, or why the file is none; a file that is broken half-way gives nothing.
     *
     * @param excluded columns that are no factors and are left out: identifiers, and whatever was known only afterwards
     */
    public static Outcome<DataTable> read(Path file, Set<String> excluded) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return Outcome.refused(Refusal.of("DATA_FILE_UNREADABLE").at("data").with("file", file.getFileName()));
        }
        try (BufferedReader text = new BufferedReader(TextEncoding.open(new ByteArrayInputStream(bytes)))) {
            List<String> header = new ArrayList<>();
            boolean arff = file.getFileName().toString().matches("(?i).*\\.arff(\\.gz)?");
            char separator = arff ? arffHeader(text, header) : csvHeader(text, header);
            return read(text, header, excluded, separator, file.getFileName().toString(), Sha256.of(bytes));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return Outcome.refused(Refusal.of("DATA_FILE_UNREADABLE").at("data").with("file", file.getFileName()));
        }
    }

    private static Outcome<DataTable> read(BufferedReader text, List<String> header, Set<String> excluded, char separator, String name,
            String sha256)
            throws IOException {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (column.isEmpty() || !seen.add(column)) {
                return Outcome.refused(Refusal.of("DATA_COLUMN_REPEATED").at("data").with("column", column));
            }
        }
        String unknown = excluded.stream().filter(column -> !seen.contains(column)).sorted().findFirst().orElse(null);
        if (unknown != null) {
            return Outcome.refused(Refusal.of("DATA_COLUMN_UNKNOWN").at("exclude").with("column", unknown));
        }
        List<List<String>> cells = new ArrayList<>();
        header.forEach(column -> cells.add(new ArrayList<>()));
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                if (row.size() != header.size() || row.getRecordNumber() > MOST_ROWS) {
                    return Outcome.refused(Refusal.of("DATA_ROW_MISFIT").at("data").with("row", row.getRecordNumber())
                            .with("cells", row.size()).with("columns", header.size()));
                }
                for (int i = 0; i < row.size(); i++) {
                    String cell = row.get(i).strip();
                    cells.get(i).add(MISSING.contains(cell) ? null : cell);
                }
            }
        }
        int rows = cells.isEmpty() ? 0 : cells.get(0).size();
        if (rows == 0) {
            return Outcome.refused(Refusal.of("DATA_FILE_EMPTY").at("data").with("file", name));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (excluded.contains(header.get(i))) {
                continue;
            }
            Outcome<Column> column = ColumnOfText.column(header.get(i), cells.get(i));
            if (!column.isDone()) {
                return Outcome.refused(column.refusals());
            }
            columns.add(column.orElseThrow());
        }
        return Outcome.done(new DataTable(name, sha256, rows, List.copyOf(columns)));
    }

    private static char csvHeader(BufferedReader text, List<String> header) throws IOException {
        String line = text.readLine();
        if (line == null) {
            return ',';
        }
        char separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT.builder().setDelimiter(separator).get())) {
            parser.forEach(row -> row.forEach(cell -> header.add(cell.replace("\ufeff", "").strip())));
        }
        return separator;
    }

    private static char arffHeader(BufferedReader text, List<String> header) throws IOException {
        for (String line = text.readLine(); line != null && !line.strip().equalsIgnoreCase("@data"); line = text.readLine()) {
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (attribute.lookingAt()) {
                header.add(attribute.group(1) == null ? attribute.group(2) : attribute.group(1).substring(1, attribute.group(1).length() - 1));
            }
        }
        return ',';
    }
}
