package io.shouxin.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as an attacker, or a careless customer, brings them. */
public final class HostileFiles {

    private static final String WORKBOOK = "xl/workbook.xml";

    private HostileFiles() {
    }

    public static byte[] of(String kind) {
        return switch (kind) {
            case "pdf" -> pdf(document -> { });
            case "pdf that runs a script" -> pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
            case "pdf with a script on its page" -> ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                    + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);
            case "pdf that starts a program" -> ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(calc.exe)>>>>\nendobj\n"
                    + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);
            case "pdf with a password" -> pdf(document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
            case "pdf cut off" -> Arrays.copyOf("%PDF-1.7\n1 0 obj\n<</Type/Cata".getBytes(StandardCharsets.US_ASCII), 24);
            case "png" -> png();
            case "png cut off" -> Arrays.copyOf(png(), 12);
            case "png of 60000 by 60000" -> pngOf(60_000, 60_000);
            case "xlsx" -> archive(WORKBOOK, new byte[100]);
            case "xlsx that unpacks to 400 MB" -> archive(WORKBOOK, new byte[400 * 1024 * 1024]);
            case "xlsx with a path in an entry" -> archive("../../etc/passwd", new byte[10]);
            case "xlsx with a macro" -> archive("xl/vbaProject.bin", new byte[10]);
            case "program named pdf" -> "MZ\u0090\u0000 this is a program".getBytes(StandardCharsets.ISO_8859_1);
            case "page named pdf" -> "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            case "21 MB of pdf" -> Arrays.copyOf(pdf(document -> { }), 21 * 1024 * 1024);
            case "nothing" -> new byte[0];
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** A harmless page with these words, in Latin letters. */
    public static byte[] saying(String words) {
        return pdf(document -> {
            try (PDPageContentStream text = new PDPageContentStream(document, document.getPage(0))) {
                text.beginText();
                text.setFont(new PDType1Font(FontName.HELVETICA), 12);
                text.newLineAtOffset(50, 700);
                text.showText(words);
                text.endText();
            }
        });
    }

    private static byte[] pdf(Change change) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.make(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] archive(String name, byte[] content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
                archive.putNextEntry(new ZipEntry("[Content_Types].xml"));
                archive.write("<Types/>".getBytes(StandardCharsets.US_ASCII));
                if (!name.equals(WORKBOOK)) {
                    archive.putNextEntry(new ZipEntry(WORKBOOK));
                    archive.write("<workbook/>".getBytes(StandardCharsets.US_ASCII));
                }
                archive.putNextEntry(new ZipEntry(name));
                archive.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] png() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A small file whose head claims a picture that fills all memory. */
    private static byte[] pngOf(int width, int height) {
        byte[] claimed = png();
        ByteBuffer head = ByteBuffer.wrap(claimed);
        head.putInt(16, width);
        head.putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(claimed, 12, 17);
        head.putInt(29, (int) sum.getValue());
        return claimed;
    }

    private interface Change {
        void make(PDDocument document) throws IOException;
    }
}
