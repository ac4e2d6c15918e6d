package io.shouxin.kernel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Opens text files as Chinese offices send them: UTF-8 with or without byte order mark, or GBK; gzip is unpacked on the way. */
public final class TextEncoding {

    private static final int SAMPLE = 64 * 1024;
    private static final Charset GBK = Charset.forName("GB18030");

    private TextEncoding() {
    }

    /** The file as characters, read as a stream; the encoding is told from its first 64 KB. */
    public static Reader open(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file, SAMPLE);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        if (gzip) {
            bytes = new BufferedInputStream(new GZIPInputStream(bytes, SAMPLE), SAMPLE);
        }
        bytes.mark(SAMPLE + 1);
        byte[] sample = bytes.readNBytes(SAMPLE);
        bytes.reset();
        boolean marked = sample.length >= 3 && sample[0] == (byte) 0xEF && sample[1] == (byte) 0xBB && sample[2] == (byte) 0xBF;
        if (marked) {
            bytes.skipNBytes(3);
        }
        return new InputStreamReader(bytes, marked || isUtf8(sample) ? StandardCharsets.UTF_8 : GBK);
    }

    /** A character cut off at the end of the sample is no sign of another encoding. */
    private static boolean isUtf8(byte[] sample) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), false).isError();
    }
}
