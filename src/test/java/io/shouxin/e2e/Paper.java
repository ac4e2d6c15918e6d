package io.shouxin.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A document as a firm would bring it. */
final class Paper {

    private Paper() {
    }

    /** A PDF of one page that says its own name, as far as that can be written in Latin letters. */
    static byte[] pdf(String name) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage sheet = new PDPage();
            document.addPage(sheet);
            try (PDPageContentStream text = new PDPageContentStream(document, sheet)) {
                text.beginText();
                text.setFont(new PDType1Font(FontName.HELVETICA), 18);
                text.newLineAtOffset(72, 700);
                text.showText(name.replaceAll("[^ -~]", ""));
                text.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
