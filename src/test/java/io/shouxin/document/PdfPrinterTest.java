package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();

    @Test
    void printsChineseTextThatCanBeReadBack() throws IOException {
        assertThat(text(PRINTER.print(page("<h1>授信合同</h1><p>第一条 授信额度为人民币壹佰万元整。</p>")).orElseThrow()))
                .contains("授信合同").contains("人民币壹佰万元整");
    }

    @Test
    void printsRareCharactersOfNames() throws IOException {
        assertThat(text(PRINTER.print(page("<p>法定代表人：𠮷田㛃</p>")).orElseThrow())).contains("𠮷田㛃");
    }

    @Test
    void printsRareCharactersInHeadingsToo() throws IOException {
        assertThat(text(PRINTER.print(page("<h1>𠮷祥贸易有限公司</h1>")).orElseThrow())).contains("𠮷祥贸易有限公司");
    }

    @Test
    void refusesACharacterThatNoFontCanDrawAndNamesIt() {
        assertThat(PRINTER.print(page("<p>王\uD887\uDDB0</p>")).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("GLYPH_MISSING");
            assertThat(refusal.arguments()).containsEntry("codePoint", "U+31DB0");
        });
    }

    @Test
    void printsTheSameTextToTheSameBytes() {
        String xhtml = page("<h1>授信要约函</h1><p>𠮷祥贸易有限公司：abc 123</p>");
        assertThat(PRINTER.print(xhtml).orElseThrow()).isEqualTo(PRINTER.print(xhtml).orElseThrow())
                .isEqualTo(new PdfPrinter().print(xhtml).orElseThrow());
    }

    @Test
    void embedsOnlyTheGlyphsUsed() {
        assertThat(PRINTER.print(page("<p>短信</p>")).orElseThrow()).hasSizeLessThan(100_000);
    }

    @Test
    void pagesAreAddedBehindTheBytesThatAreThere() throws IOException {
        byte[] text = PRINTER.print(page("<p>第一条 授信额度</p>")).orElseThrow();
        byte[] longer = PRINTER.addPages(text, page("<h1>签署页</h1><p>王𠮷</p>")).orElseThrow();

        assertThat(longer).startsWith(text);
        assertThat(text(longer)).containsSubsequence("第一条 授信额度", "签署页", "王𠮷");
        assertThat(PRINTER.addPages(text, page("<h1>签署页</h1><p>王𠮷</p>")).orElseThrow()).isEqualTo(longer);
    }

    @Test
    void aPageThatCannotBePrintedIsNotAdded() {
        byte[] text = PRINTER.print(page("<p>第一条</p>")).orElseThrow();

        assertThat(PRINTER.addPages(text, page("<p>\uD887\uDDB0</p>")).refusals()).extracting(Refusal::code).containsExactly("GLYPH_MISSING");
    }

    private static String page(String body) {
        return "<html><head><style>body { font-family: 'Noto Sans SC', 'Shouxin Rare Han' } h1 { font-weight: 700 }</style></head><body>"
                + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
