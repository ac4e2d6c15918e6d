package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({"%PDF-1.7, a.pdf, PDF", "<html>, a.pdf, ", "MZ, a.pdf, ", "'科目,金额\n货币资金,1', 报表.csv, CSV", "'科目,金额', 报表.txt, ",
            "no columns, a.csv, ", "PK\u0003\u0004 something, a.xlsx, "})
    void isToldByTheContent(String content, String name, FileType expected) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.UTF_8), name).orElse(null)).isEqualTo(expected);
    }

    @Test
    void takesCsvInTheEncodingOfChineseSpreadsheets() {
        assertThat(FileType.of("项目,期末余额\n货币资金,1\n".getBytes(Charset.forName("GB18030")), "a.CSV")).contains(FileType.CSV);
    }

    @Test
    void tellsWorkbooksFromTextDocuments() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); XWPFDocument text = new XWPFDocument()) {
            workbook.createSheet();
            ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
            workbook.write(xlsx);
            ByteArrayOutputStream docx = new ByteArrayOutputStream();
            text.write(docx);
            assertThat(FileType.of(xlsx.toByteArray(), "x")).contains(FileType.XLSX);
            assertThat(FileType.of(docx.toByteArray(), "x")).contains(FileType.DOCX);
        }
    }

    @Test
    void aNameGetsTheEndingOfWhatTheFileIs() {
        assertThat(FileType.PDF.named("scan.exe")).isEqualTo("scan.exe.pdf");
        assertThat(FileType.JPEG.named("执照.JPEG")).isEqualTo("执照.JPEG");
    }

    @ParameterizedTest
    @CsvSource({"C:\\\\Users\\\\li\\\\执照.pdf, 执照.pdf", "../../etc/passwd, passwd", "'a\u0000b\u202Efdp.exe', a_b_fdp.exe", "..., document", "'', document",
            "𠮷.pdf, 𠮷.pdf"})
    void namesAreMadeHarmless(String given, String kept) {
        assertThat(FileName.harmless(given)).isEqualTo(kept);
    }
}
