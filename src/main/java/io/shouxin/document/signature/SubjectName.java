package io.shouxin.document.signature;

import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads the names in a certificate. */
public final class SubjectName {

    private SubjectName() {
    }

    /** Null when the certificate has none. */
    public static String commonName(X500Principal subject) {
        return part(subject, BCStyle.CN);
    }

    public static String organisation(X500Principal subject) {
        return part(subject, BCStyle.O);
    }

    /** Number of the holder's identity paper, without the letters that say of what kind it is (ETSI EN 319 412-1: {@code IDCCN-…}). */
    public static String identifier(X500Principal subject) {
        String number = part(subject, BCStyle.SERIALNUMBER);
        return number == null ? null : number.strip().replaceFirst("^[A-Z]{3}[A-Z]{2}-", "").toUpperCase(Locale.ROOT);
    }

    private static String part(X500Principal subject, ASN1ObjectIdentifier kind) {
        RDN[] parts = X500Name.getInstance(subject.getEncoded()).getRDNs(kind);
        return parts.length == 0 ? null : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }
}
