package io.shouxin.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file the bank takes, told by their first bytes and never by what the sender says. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    CSV("text/csv", "csv");

    private static final List<Charset> TEXT = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The name with an ending that tells the truth: {@code scan.exe} that is a PDF becomes {@code scan.exe.pdf}. */
    String named(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending)) ? fileName : fileName + "." + endings.get(0);
    }

    /** Empty when it is none of these. A CSV has no first bytes of its own: it must be named so and be text in columns. */
    static Optional<FileType> of(byte[] content, String fileName) {
        if (startsWith(content, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (startsWith(content, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(content, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, "PK\u0003\u0004") && contains(content, "[Content_Types].xml")) {
            return contains(content, "xl/workbook.xml") ? Optional.of(XLSX)
                    : contains(content, "word/document.xml") ? Optional.of(DOCX) : Optional.empty();
        }
        boolean table = fileName.toLowerCase(Locale.ROOT).endsWith(".csv") && isTextInColumns(content);
        return table ? Optional.of(CSV) : Optional.empty();
    }

    private static boolean isTextInColumns(byte[] content) {
        for (Charset charset : TEXT) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return text.chars().noneMatch(character -> character < ' ' && "\t\r\n".indexOf(character) < 0)
                        && text.lines().findFirst().filter(line -> line.matches(".*[,;\\t].*")).isPresent();
            } catch (CharacterCodingException notThisOne) {
                continue;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static boolean contains(byte[] content, String name) {
        byte[] sought = name.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= content.length - sought.length; at++) {
            if (content[at] == sought[0] && Arrays.equals(content, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
