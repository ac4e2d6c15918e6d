package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterPrinterTest {

    private static final LetterPrinter PRINTER = new LetterPrinter(new PdfPrinter());

    @ParameterizedTest
    @EnumSource
    void everyLetterNamesTheCustomerTheReasonAndWhatHeCanDo(Letter.Kind kind) throws IOException {
        byte[] pdf = PRINTER.print(new Letter(kind, "CA-2026-000123", "𠮷祥贸易有限公司", LocalDate.of(2026, 3, 5),
                List.of("最近24个月逾期次数较多", "资产负债率高于同业"), List.of("结清逾期款项后六个月再申请", "提供抵押或保证"), "李经理")).orElseThrow();

        assertThat(text(pdf)).contains("CA-2026-000123", "𠮷祥贸易有限公司", "2026年3月5日", "最近24个月逾期次数较多", "提供抵押或保证", "李经理", "额度已经释放");
    }

    @Test
    void aLetterWithoutReasonsOrRemediesHasNoEmptyHeadings() throws IOException {
        byte[] pdf = PRINTER.print(new Letter(Letter.Kind.WITHDRAWN, "CA-2026-000124", "王𠮷", LocalDate.of(2026, 3, 5),
                List.of(), List.of(), null)).orElseThrow();

        assertThat(text(pdf)).doesNotContain("撤回说明", "您可以怎么做", "联系人");
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
