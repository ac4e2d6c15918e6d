package io.shouxin.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** The receipt inside its paper: the PDF carries the file it was printed from as an attachment. */
final class CarriedReceipt {

    static final String ATTACHMENT = "decision-receipt.json";

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private CarriedReceipt() {
    }

    /** The receipt a PDF carries; any other file as it is. */
    static byte[] in(byte[] file) throws ReceiptFile.Unreadable {
        if (file.length < PDF.length || !Arrays.equals(PDF, Arrays.copyOf(file, PDF.length))) {
            return file;
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
            PDComplexFileSpecification found = all == null ? null : all.get(ATTACHMENT);
            if (found == null || found.getEmbeddedFile() == null) {
                throw new ReceiptFile.Unreadable("this PDF carries no receipt");
            }
            return found.getEmbeddedFile().toByteArray();
        } catch (IOException | RuntimeException unreadable) {
            throw new ReceiptFile.Unreadable("this PDF cannot be read");
        }
    }
}
