package io.shouxin.workflow.eventlog;

import io.shouxin.kernel.LineLimit;
import io.shouxin.kernel.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file of a log row by row, plain or gzip, its columns found by their headers. */
final class LogTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    /** Five times the largest log of this kind that was published; what is longer is no such log. */
    private static final int MOST_ROWS = 1_500_000;

    private final Path path;
    private final List<String> needed;
    private final List<String> known;
    private final Consumer<LogFinding> findings;

    /**
     * @param needed columns that are read
     * @param known  columns that may stand beside them and are not read
     */
    LogTable(Path path, List<String> needed, List<String> known, Consumer<LogFinding> findings) {
        this.path = path;
        this.needed = needed;
        this.known = known;
        this.findings = findings;
    }

    /**
     * Hands every row out with its line, the cells in the order of the needed columns.
     *
     * @return how many rows there were
     * @throws IOException with words for who called, when the file cannot be read or is no such table
     */
    int read(BiConsumer<Long, List<String>> row) throws IOException {
        int rows = 0;
        try (InputStream file = Files.newInputStream(path); CSVParser parser = CSVParser.parse(new LineLimit(TextEncoding.open(file)), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? records.next().toList() : List.of();
            List<Integer> places = places(header);
            // Asking whether there is a next record reads it: the line where it begins is told before.
            for (long line = parser.getCurrentLineNumber() + 1; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                CSVRecord record = records.next();
                if (++rows > MOST_ROWS) {
                    throw new IOException(path + " has more than " + MOST_ROWS + " rows");
                }
                if (record.size() == header.size()) {
                    row.accept(line, places.stream().map(record::get).toList());
                } else {
                    tell(LogFinding.Kind.ROW_INCOMPLETE, line, record.size() + " of " + header.size() + " cells");
                }
            }
            return rows;
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new IOException(path + " is broken after " + rows + " rows: " + broken.getMessage(), broken);
        }
    }

    private List<Integer> places(List<String> header) throws IOException {
        List<String> missing = needed.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new IOException(path + " has no column " + String.join(", ", missing));
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new IOException(path + " names a column twice");
        }
        header.stream().filter(column -> !needed.contains(column) && !known.contains(column))
                .forEach(column -> tell(LogFinding.Kind.COLUMN_UNKNOWN, 1, column));
        List<Integer> places = new ArrayList<>();
        needed.forEach(column -> places.add(header.indexOf(column)));
        return places;
    }

    private void tell(LogFinding.Kind kind, long line, String text) {
        findings.accept(new LogFinding(kind, path.getFileName().toString(), line, "", text));
    }
}
