package io.shouxin.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The bank's fonts, parsed once: Chinese text in two weights and a fallback for rare ideographs. Not for two printers at
 * the same time.
 */
final class TypeCase {

    private static final String TEXT = "Noto Sans SC";
    private static final String RARE = "Shouxin Rare Han";
    private static final int BOLD = 700;

    private final TrueTypeFont regular = parse("NotoSansSC_400Regular.ttf");
    private final TrueTypeFont bold = parse("NotoSansSC_700Bold.ttf");
    private final TrueTypeFont rare = parse("ShouxinRareHan.ttf");
    private final CmapLookup regularGlyphs = glyphs(regular);
    private final CmapLookup boldGlyphs = glyphs(bold);
    private final CmapLookup rareGlyphs = glyphs(rare);

    /** Whether the text can be printed with this character in either weight. */
    boolean draws(int codePoint) {
        return isUsual(codePoint) || rareGlyphs.getGlyphId(codePoint) != 0;
    }

    private boolean isUsual(int codePoint) {
        return Character.isWhitespace(codePoint)
                || (regularGlyphs.getGlyphId(codePoint) != 0 && boldGlyphs.getGlyphId(codePoint) != 0);
    }

    /** Lays out the fonts that a text needs; only the glyphs used are embedded. */
    void layOut(PdfRendererBuilder builder, PDDocument document, String text) throws IOException {
        builder.useFont(supplier(document, regular), TEXT, 400, FontStyle.NORMAL, true);
        builder.useFont(supplier(document, bold), TEXT, BOLD, FontStyle.NORMAL, true);
        if (!text.codePoints().allMatch(this::isUsual)) {
            builder.useFont(supplier(document, rare), RARE, 400, FontStyle.NORMAL, true);
        }
    }

    private static PDFontSupplier supplier(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    /** A font of its own for {@link HouseFont}. */
    static TrueTypeFont houseFont() {
        return parse("ShouxinRareHan.ttf");
    }

    private static TrueTypeFont parse(String file) {
        try (InputStream stream = TypeCase.class.getResourceAsStream("/fonts/" + file)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            // Ligatures of Latin letters: nobody misses them in a contract, and looking for them is half the work of printing.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
