package io.shouxin.document;

import io.shouxin.kernel.Outcome;
import org.springframework.stereotype.Component;

/** Prints XHTML to PDF with embedded Chinese fonts. */
@Component
public class PdfPrinter {

    /** @return the PDF, or refusal {@code GLYPH_MISSING} naming the first character no font of the bank can draw */
    public Outcome<byte[]> print(String xhtml) {
        throw new UnsupportedOperationException();
    }
}
