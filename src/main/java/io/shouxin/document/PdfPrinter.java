package io.shouxin.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints XHTML to PDF with embedded Chinese fonts.
 *
 * <p>The same text gives the same bytes, so the fingerprint of a document can be checked by printing it again. Nothing is
 * fetched while printing: a page that names a resource outside the text is printed without it.
 */
@Component
public class PdfPrinter {

    private static final int PRESSES = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final BlockingQueue<TypeCase> idle = new ArrayBlockingQueue<>(PRESSES);
    private final AtomicInteger bought = new AtomicInteger();

    /**
     * @param xhtml a well-formed page; its text is set in {@code Noto Sans SC}, rare characters in {@code Shouxin Rare Han}
     * @return the PDF, or refusal {@code GLYPH_MISSING} naming the first character no font of the bank can draw
     */
    public Outcome<byte[]> print(String xhtml) {
        return print(xhtml, PDDocument::new, PDDocument::save);
    }

    /**
     * Adds pages at the end of a PDF this printer made. The bytes of the PDF stay as they are and the pages come after them, so
     * that whoever has the fingerprint of the first part can check it in the whole.
     *
     * @param pdf   as {@link #print(String)} made it
     * @param xhtml the pages to add
     * @return the longer PDF, or refusal {@code GLYPH_MISSING}
     */
    public Outcome<byte[]> addPages(byte[] pdf, String xhtml) {
        return print(xhtml, () -> Loader.loadPDF(pdf), PDDocument::saveIncremental);
    }

    /**
     * Puts a file into a PDF this printer made, as an attachment any reader can save.
     *
     * @param name      the attachment's name, ASCII
     * @param mediaType what it is, e.g. {@code application/json}
     * @return the PDF with it; the same for the same two
     */
    public byte[] attach(byte[] pdf, String name, String mediaType, byte[] content) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
            file.setSubtype(mediaType);
            file.setSize(content.length);
            PDComplexFileSpecification attachment = new PDComplexFileSpecification();
            attachment.setFile(name);
            attachment.setFileUnicode(name);
            attachment.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, attachment));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.setDocumentId((long) Arrays.hashCode(content));
            ByteArrayOutputStream longer = new ByteArrayOutputStream(pdf.length + content.length + 1024);
            document.save(longer);
            return longer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<byte[]> print(String xhtml, Paper paper, Delivery delivery) {
        Document page = parse(xhtml);
        String text = page.getDocumentElement().getTextContent();
        TypeCase types = take();
        try {
            OptionalInt missing = text.codePoints()
                    .filter(character -> !types.draws(character)).findFirst();
            if (missing.isPresent()) {
                return Outcome.refused(Refusal.of("GLYPH_MISSING")
                        .with("character", Character.toString(missing.getAsInt()))
                        .with("codePoint", "U+%04X".formatted(missing.getAsInt())));
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
            try (PDDocument document = paper.take()) {
                set(page, text, types, document);
                document.setDocumentId((long) xhtml.hashCode());
                delivery.write(document, pdf);
            }
            return Outcome.done(pdf.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            idle.add(types);
        }
    }

    private static void set(Document page, String text, TypeCase types, PDDocument document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        types.layOut(builder, document, text);
        builder.withW3cDocument(page, null);
        builder.useUriResolver((base, uri) -> null);
        builder.usePDDocument(document);
        builder.withProducer("Shouxin");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            document.getDocumentInformation().setCreationDate(epoch());
        }
    }

    /** Parsing a case of type costs some 20 MB and half a second, so there are no more of them than processors. */
    private TypeCase take() {
        TypeCase types = idle.poll();
        if (types != null) {
            return types;
        }
        if (bought.incrementAndGet() <= PRESSES) {
            House.open();
            return new TypeCase();
        }
        bought.decrementAndGet();
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the printer", e);
        }
    }

    /** The file says no date of its own: when it was issued stands in the text. */
    private static Calendar epoch() {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(0);
        return calendar;
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("not well-formed XHTML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is printed on: a new document or one that has pages already. */
    @FunctionalInterface
    private interface Paper {
        PDDocument take() throws IOException;
    }

    /** How the printed document leaves the printer. */
    @FunctionalInterface
    private interface Delivery {
        void write(PDDocument document, OutputStream to) throws IOException;
    }

    /** Settings of the PDF libraries that hold for the whole process, made at the first print. */
    private static final class House {
        static {
            FontMappers.set(new HouseFont(TypeCase.houseFont()));
            XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        }

        static void open() {
            // loading the class does it, once
        }
    }
}
