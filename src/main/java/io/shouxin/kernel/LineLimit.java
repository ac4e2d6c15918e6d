package io.shouxin.kernel;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a file one of whose lines never seems to end, so that a stream is read in constant memory. */
public final class LineLimit extends FilterReader {

    private static final int LONGEST_LINE = 100_000;

    private int sinceLineEnd;

    public LineLimit(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count((char) c);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = 0; i < n; i++) {
            count(buffer[offset + i]);
        }
        return n;
    }

    private void count(char c) throws IOException {
        sinceLineEnd = c == '\n' || c == '\r' ? 0 : sinceLineEnd + 1;
        if (sinceLineEnd > LONGEST_LINE) {
            throw new IOException("line longer than " + LONGEST_LINE + " characters");
        }
    }
}
