package io.shouxin.customer.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;

/** Says on the console how much of a file has been read, in steps of ten per cent. */
final class ProgressStream extends FilterInputStream {

    private final long size;
    private final String name;
    private final PrintWriter console;
    private long read;
    private long announced;

    ProgressStream(InputStream in, long size, String name, PrintWriter console) {
        super(in);
        this.size = Math.max(1, size);
        this.name = name;
        this.console = console;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) {
        read += n;
        long percent = Math.min(100, read * 100 / size) / 10 * 10;
        if (percent > announced) {
            announced = percent;
            console.println(name + ": " + percent + " % read");
            console.flush();
        }
    }
}
