package io.shouxin.customer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lists the rows an import did not take, in a file or, the first few, on the console. */
final class RefusedRows implements AutoCloseable {

    private static final int SHOWN = 20;

    private final CSVPrinter file;
    private final PrintWriter console;
    private long count;
    private long shown;

    private RefusedRows(CSVPrinter file, PrintWriter console) {
        this.file = file;
        this.console = console;
    }

    /** @param path null for the console */
    static RefusedRows to(Path path, PrintWriter console) throws IOException {
        if (path == null) {
            return new RefusedRows(null, console);
        }
        CSVPrinter file = new CSVPrinter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), CSVFormat.DEFAULT);
        file.printRecord("file", "line", "reason", "column", "text");
        return new RefusedRows(file, console);
    }

    /** A row that was refused. */
    void add(Path source, long line, String reason, String column, String text) {
        count++;
        note(source, line, reason, column, text);
    }

    /** A row that needed no storing, such as a repetition. */
    void note(Path source, long line, String reason, String column, String text) {
        if (file == null) {
            if (shown++ < SHOWN) {
                console.println(source.getFileName() + ":" + line + " " + reason + " " + column + " " + text);
            }
            return;
        }
        try {
            file.printRecord(source.getFileName(), line, reason, column, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        console.flush();
    }
}
