package io.shouxin.document;

import io.shouxin.document.signature.Chain;
import io.shouxin.document.signature.Cms;
import io.shouxin.document.signature.Revisions;
import io.shouxin.document.signature.SignedRange;
import io.shouxin.document.signature.SubjectName;
import io.shouxin.kernel.Sha256;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Verifies the signatures of a PDF (验签): that the bytes are those that were signed, that the last signature covers the whole file, that
 * what came after an earlier one shows nothing else, and that each certificate leads to a trusted authority. Needs no database.
 */
public final class SignatureVerifier {

    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");

    private final Collection<X509Certificate> trusted;
    private final Instant now;

    /** @param trusted certificates of the authorities whose word counts */
    public SignatureVerifier(Collection<X509Certificate> trusted, Instant now) {
        this.trusted = trusted;
        this.now = now;
    }

    public SignatureReport verify(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return unreadable(file);
            }
            List<Placed> places = places(document, file);
            List<FoundSignature> found = new ArrayList<>();
            for (Placed place : places) {
                found.add(found(place, file, document));
            }
            return new SignatureReport(Sha256.of(file), file.length, document.getNumberOfPages(), found, flaws(places, file, document));
        } catch (IOException | RuntimeException broken) {
            // A hostile file may make the library throw anything: it is not readable.
            return unreadable(file);
        }
    }

    /**
     * Whether a file shows what was sent out: it begins with the very bytes, or every page, annotation and form of it is the same and
     * only signatures were added.
     */
    public static boolean showsWhatWasSent(byte[] sent, byte[] file) {
        boolean begins = file.length >= sent.length && Arrays.equals(file, 0, sent.length, sent, 0, sent.length);
        try (PDDocument before = Loader.loadPDF(sent); PDDocument after = Loader.loadPDF(file)) {
            return Revisions.showTheSame(before, after) && (begins || !after.isEncrypted());
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static SignatureReport unreadable(byte[] file) {
        return new SignatureReport(Sha256.of(file), file.length, 0, List.of(), List.of(SignatureFlaw.UNREADABLE));
    }

    private static List<Placed> places(PDDocument document, byte[] file) throws IOException {
        List<Placed> places = new ArrayList<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature signature = field.getSignature();
            if (signature != null) {
                places.add(new Placed(field.getFullyQualifiedName(), signature, SignedRange.of(signature, file)));
            }
        }
        places.sort(Comparator.comparingInt(place -> place.range().map(SignedRange::end).orElse(Integer.MAX_VALUE)));
        return places;
    }

    private static List<SignatureFlaw> flaws(List<Placed> places, byte[] file, PDDocument document) {
        List<SignatureFlaw> flaws = new ArrayList<>();
        if (places.isEmpty()) {
            flaws.add(SignatureFlaw.NOT_SIGNED);
        } else if (places.stream().noneMatch(place -> place.range().filter(range -> range.end() == file.length).isPresent())) {
            flaws.add(SignatureFlaw.ADDED_AFTER_SIGNING);
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        COSBase opening = catalog.getDictionaryObject(COSName.OPEN_ACTION);
        if (catalog.containsKey(COSName.AA) || names != null && names.containsKey(JAVASCRIPT)
                || opening instanceof COSDictionary action && !COSName.getPDFName("GoTo").equals(action.getCOSName(COSName.S))) {
            flaws.add(SignatureFlaw.ACTIVE_CONTENT);
        }
        return flaws;
    }

    private FoundSignature found(Placed place, byte[] file, PDDocument document) throws IOException {
        Instant claimed = place.signature().getSignDate() == null ? null : place.signature().getSignDate().toInstant();
        if (place.range().isEmpty()) {
            return of(place, null, claimed, List.of(SignatureFlaw.NOT_THE_WHOLE_FILE));
        }
        SignedRange range = place.range().get();
        Optional<Cms.Signer> signer = Cms.verify(range.signedBytes(file), range.signature());
        if (signer.isEmpty()) {
            return of(place, null, claimed, List.of(SignatureFlaw.BYTES_CHANGED));
        }
        List<SignatureFlaw> flaws = new ArrayList<>();
        if (range.end() < file.length && !unchangedSince(range, file, document)) {
            flaws.add(SignatureFlaw.CONTENT_REPLACED);
        }
        X509Certificate own = signer.get().certificate();
        Instant at = claimed == null ? now : claimed;
        if (at.isAfter(now.plus(TOLERANCE))) {
            flaws.add(SignatureFlaw.TIME_IN_FUTURE);
        }
        if (!Chain.validOn(own, at)) {
            flaws.add(SignatureFlaw.CERTIFICATE_NOT_VALID);
        } else if (!Chain.leadsTo(trusted, own, signer.get().sent(), at)) {
            flaws.add(SignatureFlaw.NOT_TRUSTED);
        }
        return of(place, own, claimed, flaws);
    }

    private static boolean unchangedSince(SignedRange range, byte[] file, PDDocument document) {
        try (PDDocument then = Loader.loadPDF(range.revision(file))) {
            return Revisions.showTheSame(then, document);
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static FoundSignature of(Placed place, X509Certificate own, Instant claimed, List<SignatureFlaw> flaws) {
        return new FoundSignature(place.field(), own == null ? null : SubjectName.commonName(own.getSubjectX500Principal()),
                own == null ? null : SubjectName.organisation(own.getSubjectX500Principal()),
                own == null ? null : SubjectName.identifier(own.getSubjectX500Principal()),
                own == null ? null : SubjectName.commonName(own.getIssuerX500Principal()),
                own == null ? null : own.getSerialNumber().toString(16), claimed, place.signature().getReason(),
                place.range().map(SignedRange::end).orElse(0), flaws);
    }

    /** A signature and the bytes it speaks of. */
    private record Placed(String field, PDSignature signature, Optional<SignedRange> range) {
    }
}
