package io.shouxin.document;

import io.shouxin.document.signature.Cms;
import io.shouxin.kernel.BusinessClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.springframework.stereotype.Component;

/**
 * Signs PDFs with a certificate (PAdES, baseline B-B). A signature is an incremental update: the bytes that stood before stay as they
 * are, so that those who signed earlier keep their proof and the first of them signed the very bytes that were sent out.
 */
@Component
public class PdfSigner {

    private static final int ROOM_FOR_SIGNATURE = 16_384;

    /**
     * @param pdf not encrypted
     * @return the file with one signature more, which covers all of it
     */
    public byte[] sign(byte[] pdf, SignatureMark mark, SigningKey key) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + 4 * ROOM_FOR_SIGNATURE);
        try (PDDocument document = Loader.loadPDF(pdf); SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(mark.name());
            signature.setReason(mark.reason());
            signature.setSignDate(calendar(mark));
            options.setPreferredSignatureSize(ROOM_FOR_SIGNATURE);
            options.setPage(mark.page());
            options.setVisualSignature(new ByteArrayInputStream(place(document.getPage(mark.page()).getMediaBox(), mark)));
            document.addSignature(signature, options);
            PDSignatureField field = document.getSignatureFields().stream()
                    .filter(each -> each.getCOSObject().getDictionaryObject(COSName.V) == signature.getCOSObject()).findFirst().orElseThrow();
            field.setPartialName(mark.field());
            ExternalSigningSupport open = document.saveIncrementalForExternalSigning(signed);
            open.setSignature(Cms.sign(open.getContent().readAllBytes(), key.key(), key.chain()));
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that has nothing on it but the signature's place, as the library takes it. */
    private static byte[] place(PDRectangle paper, SignatureMark mark) throws IOException {
        try (PDDocument template = new PDDocument(); PDDocument look = Loader.loadPDF(mark.appearance())) {
            PDPage page = new PDPage(paper);
            template.addPage(page);
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(mark.left(), paper.getHeight() - mark.top() - mark.height(), mark.width(), mark.height()));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(look(template, look, mark));
            widget.setAppearance(appearance);
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            template.save(made);
            return made.toByteArray();
        }
    }

    private static PDAppearanceStream look(PDDocument template, PDDocument look, SignatureMark mark) throws IOException {
        PDFormXObject printed = new LayerUtility(template).importPageAsForm(look, 0);
        PDAppearanceStream stream = new PDAppearanceStream(template);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle(mark.width(), mark.height()));
        try (PDPageContentStream drawing = new PDPageContentStream(template, stream)) {
            drawing.drawForm(printed);
        }
        return stream;
    }

    private static Calendar calendar(SignatureMark mark) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(BusinessClock.ZONE));
        calendar.setTimeInMillis(mark.at().toEpochMilli());
        return calendar;
    }
}
