package io.shouxin.document.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/**
 * Whether a later state of a PDF shows what an earlier one showed, signatures aside. Additions after a signature leave its bytes
 * untouched and can still show the reader another text; here every page, its letters and pictures, its annotations, the form and the
 * catalog are compared.
 */
public final class Revisions {

    private static final COSName SIG = COSName.SIG;
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final Set<COSName> OF_PAGE = Set.of(COSName.ANNOTS, COSName.PARENT, COSName.CONTENTS, COSName.RESOURCES,
            COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);
    private static final Set<COSName> OF_CATALOG = Set.of(COSName.ACRO_FORM, COSName.PAGES, DSS);
    private static final Set<COSName> OF_FORM = Set.of(COSName.FIELDS, COSName.SIG_FLAGS, COSName.DR, COSName.DA);
    private static final Set<COSName> LINKS = Set.of(COSName.P, COSName.PARENT);
    private static final Set<COSName> FILLED_IN = Set.of(COSName.P, COSName.PARENT, COSName.V, COSName.AP, COSName.F, COSName.M);

    private final PDDocument earlier;
    private final PDDocument later;

    private Revisions(PDDocument earlier, PDDocument later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** @throws IOException when one of the two can't be read to its end */
    public static boolean showTheSame(PDDocument earlier, PDDocument later) throws IOException {
        Revisions both = new Revisions(earlier, later);
        return both.samePages() && both.sameForm() && new SameObjects().sameKeys(earlier.getDocumentCatalog().getCOSObject(),
                later.getDocumentCatalog().getCOSObject(), OF_CATALOG);
    }

    private boolean samePages() throws IOException {
        if (earlier.getNumberOfPages() != later.getNumberOfPages()) {
            return false;
        }
        for (int i = 0; i < earlier.getNumberOfPages(); i++) {
            if (!samePage(earlier.getPage(i), later.getPage(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean samePage(PDPage page, PDPage now) throws IOException {
        COSBase letters = page.getResources() == null ? null : page.getResources().getCOSObject();
        COSBase lettersNow = now.getResources() == null ? null : now.getResources().getCOSObject();
        return box(page.getMediaBox()).equals(box(now.getMediaBox())) && box(page.getCropBox()).equals(box(now.getCropBox()))
                && page.getRotation() == now.getRotation()
                && Arrays.equals(content(page), content(now))
                && new SameObjects().same(letters, lettersNow)
                && new SameObjects().sameKeys(page.getCOSObject(), now.getCOSObject(), OF_PAGE)
                && sameAnnotations(page, now);
    }

    /** Those of before come first and unchanged; what was added are signatures, and none of them lies on the text. */
    private boolean sameAnnotations(PDPage page, PDPage now) throws IOException {
        List<COSDictionary> before = entries(page.getCOSObject().getCOSArray(COSName.ANNOTS));
        List<COSDictionary> after = entries(now.getCOSObject().getCOSArray(COSName.ANNOTS));
        if (!continued(before, after)) {
            return false;
        }
        for (COSDictionary added : after.subList(before.size(), after.size())) {
            COSArray corners = added.getCOSArray(COSName.RECT);
            if (corners == null || corners.size() != 4 || hides(page, new PDRectangle(corners))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hides(PDPage page, PDRectangle place) throws IOException {
        if (place.getWidth() <= 0 || place.getHeight() <= 0) {
            return false;
        }
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        float top = page.getMediaBox().getHeight() - place.getUpperRightY();
        stripper.addRegion("place", new java.awt.geom.Rectangle2D.Float(place.getLowerLeftX(), top, place.getWidth(), place.getHeight()));
        stripper.extractRegions(page);
        return !stripper.getTextForRegion("place").isBlank();
    }

    private boolean sameForm() throws IOException {
        COSDictionary form = earlier.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        COSDictionary now = later.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        if (now == null) {
            return form == null;
        }
        if (now.containsKey(XFA) || now.getBoolean(COSName.NEED_APPEARANCES, false)) {
            return false;
        }
        List<COSDictionary> before = form == null ? List.of() : entries(form.getCOSArray(COSName.FIELDS));
        return (form == null || new SameObjects().sameKeys(form, now, OF_FORM)) && continued(before, entries(now.getCOSArray(COSName.FIELDS)));
    }

    private static boolean continued(List<COSDictionary> before, List<COSDictionary> after) throws IOException {
        if (after.size() < before.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            boolean emptyPlace = isSignature(before.get(i)) && !before.get(i).containsKey(COSName.V);
            if (!new SameObjects().sameKeys(before.get(i), after.get(i), emptyPlace ? FILLED_IN : LINKS)) {
                return false;
            }
        }
        return after.subList(before.size(), after.size()).stream().allMatch(Revisions::isSignature);
    }

    private static boolean isSignature(COSDictionary field) {
        COSDictionary parent = field.getCOSDictionary(COSName.PARENT);
        COSName kind = field.getCOSName(COSName.FT);
        return SIG.equals(kind != null || parent == null ? kind : parent.getCOSName(COSName.FT)) && !field.containsKey(COSName.KIDS);
    }

    private static List<COSDictionary> entries(COSArray list) {
        List<COSDictionary> entries = new ArrayList<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            entries.add(list.getObject(i) instanceof COSDictionary dictionary ? dictionary : new COSDictionary());
        }
        return entries;
    }

    private static byte[] content(PDPage page) throws IOException {
        try (InputStream content = page.getContents()) {
            return content == null ? new byte[0] : content.readAllBytes();
        }
    }

    private static List<Number> box(PDRectangle box) {
        return List.of(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
    }
}
