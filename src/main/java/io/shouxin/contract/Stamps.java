package io.shouxin.contract;

import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.document.PdfSigner;
import io.shouxin.document.SignatureMark;
import io.shouxin.document.SigningKey;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Puts signatures in their places on the signing page (签署页), where the template drew them. */
@Component
class Stamps {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(BusinessClock.ZONE);
    // The signing page in millimetres: upper margin, heading and explanation, then places of one height.
    private static final int FIRST_PLACE = 22 + 14 + 22;
    private static final int PLACE = 49;
    private static final int SIDE = 9;
    private static final int LEFT = 27;
    private static final int WIDTH = 156;
    private static final int HEIGHT = 32;

    private final PdfPrinter printer;
    private final PdfSigner signer;
    private final PaperTemplate template = PaperTemplate.load("contract/stamp.xhtml");

    Stamps(PdfPrinter printer, PdfSigner signer) {
        this.printer = printer;
        this.signer = signer;
    }

    /** @return the file with this signature, the bytes before it untouched; or {@code GLYPH_MISSING} */
    Outcome<byte[]> sign(byte[] file, Stamp stamp, SigningKey key) {
        String issuer = name(key.certificate().getIssuerX500Principal());
        return printer.print(template.fill(Map.of("name", stamp.name(), "organisation", stamp.organisation(), "reason", stamp.reason(),
                "at", MOMENT.format(stamp.at()), "issuer", issuer, "serial", key.certificate().getSerialNumber().toString(16),
                "noted", !stamp.note().isEmpty(), "note", stamp.note(), "development", issuer.contains("Development"))))
                .map(look -> signer.sign(file, new SignatureMark(stamp.role().name().toLowerCase(java.util.Locale.ROOT), pages(file) - 1, points(LEFT),
                        points(FIRST_PLACE + stamp.place() * PLACE + SIDE), points(WIDTH), points(HEIGHT), look, stamp.name(), stamp.reason(),
                        stamp.at()), key));
    }

    private static int pages(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int points(int millimetres) {
        return millimetres * 7200 / 2540;
    }

    private static String name(X500Principal issuer) {
        for (String part : issuer.getName(X500Principal.RFC1779).split(", (?=\\w+=)")) {
            if (part.startsWith("CN=")) {
                return part.substring(3).replace("\"", "");
            }
        }
        return issuer.getName();
    }

    /**
     * What is told in the place of a signature.
     *
     * @param place  from 0, in the order of the signing page
     * @param note   a second line; empty for none
     */
    record Stamp(SignatoryRole role, int place, String name, String organisation, String reason, String note, Instant at) {
    }
}
