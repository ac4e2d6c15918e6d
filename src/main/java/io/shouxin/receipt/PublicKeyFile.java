package io.shouxin.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/** The bank's public key in a file of its own, as it is handed out: PEM, or the bytes in hex. */
public final class PublicKeyFile {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private PublicKeyFile() {
    }

    /** @return the key as X.509 in lower-case hex. @throws IOException when the file is neither */
    public static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        try {
            byte[] key = text.startsWith(BEGIN) ? Base64.getMimeDecoder().decode(text.replace(BEGIN, "").replace(END, "")) : HexFormat.of().parseHex(text);
            if (key.length == 0) {
                throw new IllegalArgumentException("empty");
            }
            return HexFormat.of().formatHex(key);
        } catch (IllegalArgumentException neither) {
            throw new IOException(file + ": not a public key");
        }
    }

    /** @param hex the key as X.509 in lower-case hex */
    public static String pem(String hex) {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(HexFormat.of().parseHex(hex)) + "\n" + END + "\n";
    }
}
