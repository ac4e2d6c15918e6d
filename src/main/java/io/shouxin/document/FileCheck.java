package io.shouxin.document;

import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a file can be opened by whoever has to judge it, and does nothing when it is: no script, no macro, no file inside that starts
 * by itself, no archive that unpacks to more than fits. Looks only; nothing in the file is run.
 */
final class FileCheck {

    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final long MOST_TIMES = 200;
    private static final long SMALL = 10L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_OBJECTS = 200_000;
    private static final long MOST_PIXELS = 200_000_000L;
    private static final Set<COSName> ACTIVE = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("JS"), COSName.getPDFName("Launch"),
            COSName.getPDFName("EmbeddedFiles"), COSName.getPDFName("RichMedia"), COSName.getPDFName("XFA"));

    private FileCheck() {
    }

    /** What speaks against the file: {@code FILE_UNREADABLE, FILE_ENCRYPTED, FILE_HAS_SCRIPT, FILE_UNPACKS_TOO_LARGE}; empty if nothing does. */
    static Optional<Refusal> objection(FileType type, byte[] content) {
        try {
            return switch (type) {
                case PDF -> ofPdf(content);
                case PNG, JPEG -> ofImage(content);
                case XLSX, DOCX -> ofArchive(content);
                case CSV -> Optional.empty();
            };
        } catch (IOException | RuntimeException damaged) {
            return refusal("FILE_UNREADABLE");
        }
    }

    private static Optional<Refusal> ofPdf(byte[] content) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBuffer(content))) {
            if (pdf.isEncrypted()) {
                return refusal("FILE_ENCRYPTED");
            }
            if (pdf.getNumberOfPages() < 1) {
                return refusal("FILE_UNREADABLE");
            }
            return isActive(pdf.getDocument()) ? refusal("FILE_HAS_SCRIPT") : Optional.empty();
        } catch (InvalidPasswordException locked) {
            return refusal("FILE_ENCRYPTED");
        }
    }

    /** Looks at every object of the file, also at those no page leads to. */
    private static boolean isActive(COSDocument document) throws IOException {
        int seen = 0;
        for (var key : document.getXrefTable().keySet()) {
            if (++seen > MOST_OBJECTS) {
                throw new IOException("more than " + MOST_OBJECTS + " objects");
            }
            COSObject object = document.getObjectFromPool(key);
            if (isActive(object.getObject(), 0)) {
                return true;
            }
        }
        return isActive(document.getTrailer(), 0);
    }

    /** References are followed by the caller, object by object, so that no circle catches it. */
    private static boolean isActive(COSBase part, int depth) throws IOException {
        if (depth > 200) {
            throw new IOException("nested too deeply");
        }
        if (part instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                COSBase value = dictionary.getItem(name);
                boolean named = name.equals(COSName.S) && value instanceof COSName kind && ACTIVE.contains(kind);
                if (ACTIVE.contains(name) || named || !(value instanceof COSObject) && isActive(value, depth + 1)) {
                    return true;
                }
            }
        } else if (part instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase value = array.get(i);
                if (!(value instanceof COSObject) && isActive(value, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The picture's head only: a small file may claim to be a picture that fills all memory. */
    private static Optional<Refusal> ofImage(byte[] content) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return refusal("FILE_UNREADABLE");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels < 1 ? refusal("FILE_UNREADABLE") : pixels > MOST_PIXELS ? refusal("FILE_UNPACKS_TOO_LARGE") : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<Refusal> ofArchive(byte[] content) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.endsWith("vbaProject.bin")
                        || name.contains("/embeddings/") || name.contains("/activeX/")) {
                    return refusal("FILE_HAS_SCRIPT");
                }
                if (++entries > MOST_ENTRIES) {
                    return refusal("FILE_UNPACKS_TOO_LARGE");
                }
                for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked > content.length * MOST_TIMES) {
                        return refusal("FILE_UNPACKS_TOO_LARGE");
                    }
                }
            }
        }
        return entries == 0 ? refusal("FILE_UNREADABLE") : Optional.empty();
    }

    private static Optional<Refusal> refusal(String code) {
        return Optional.of(Refusal.of(code).at("file"));
    }
}
