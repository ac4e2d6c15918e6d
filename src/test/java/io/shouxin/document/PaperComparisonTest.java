package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** A contract that came back on paper beside the one that was sent out. */
class PaperComparisonTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final byte[] SENT = paper("叁佰万元整", 2);

    private final PaperComparison comparison = new PaperComparison();

    @Test
    void findsTheSameLettersTheSame() {
        assertThat(comparison.compare(SENT, SENT).orElseThrow().lines()).hasSize(2)
                .allSatisfy(page -> assertThat(page.alike()).isEqualTo(100))
                .allSatisfy(page -> assertThat(page.basis()).isEqualTo(PaperComparisonReport.Basis.TEXT));
    }

    @Test
    void doesNotCallAnotherSumTheSame() {
        assertThat(comparison.compare(SENT, paper("捌佰万元整", 2)).orElseThrow().lines().get(0).alike()).isBetween(50, 99);
    }

    @Test
    void findsAScanAlikeAndAnotherPaperUnlike() throws IOException {
        PaperComparisonReport scan = comparison.compare(SENT, scanned(SENT)).orElseThrow();
        assertThat(scan.lines()).allSatisfy(page -> assertThat(page.basis()).isEqualTo(PaperComparisonReport.Basis.IMAGE));
        assertThat(scan.leastAlike()).isGreaterThan(80);

        byte[] blank = scanned(PRINTER.print("<html><body><p>.</p><p style='page-break-before: always'>.</p></body></html>").orElseThrow());
        assertThat(comparison.compare(SENT, blank).orElseThrow().leastAlike()).isLessThan(40);
    }

    @Test
    void refusesWhatHasAnotherNumberOfPagesOrCannotBeRead() {
        assertThat(comparison.compare(SENT, paper("叁佰万元整", 1)).refusals()).extracting(Refusal::code).containsExactly("PAPER_COPY_PAGES");
        assertThat(comparison.compare(SENT, "%PDF-1.4 broken".getBytes(StandardCharsets.US_ASCII)).refusals()).extracting(Refusal::code)
                .containsExactly("PAPER_COPY_UNREADABLE");
        assertThat(comparison.compare(SENT, new byte[] {1, 2, 3}).refusals()).extracting(Refusal::code).containsExactly("PAPER_COPY_UNREADABLE");
        assertThat(comparison.page(SENT, 3)).isEmpty();
        assertThat(comparison.page(SENT, 1)).isPresent();
    }

    private static byte[] paper(String sum, int pages) {
        StringBuilder body = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            body.append("<div style='page-break-after: ").append(page + 1 < pages ? "always" : "auto").append("'>")
                    .append(("<p>第一条　甲方同意向乙方提供总额为人民币" + sum + "的授信，用于采购原材料。</p>").repeat(12)).append("</div>");
        }
        return PRINTER.print("<html><body style=\"font-family: 'Noto Sans SC'\">" + body + "</body></html>").orElseThrow();
    }

    private static byte[] scanned(byte[] pdf) throws IOException {
        try (PDDocument original = Loader.loadPDF(pdf); PDDocument scan = new PDDocument()) {
            for (int i = 0; i < original.getNumberOfPages(); i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    // A little askew, as scans are.
                    content.drawImage(LosslessFactory.createFromImage(scan, new PDFRenderer(original).renderImage(i, 1)), 3, -2,
                            page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            scan.save(out);
            return out.toByteArray();
        }
    }
}
