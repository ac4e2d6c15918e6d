package io.shouxin.document.signature;

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

    private static String part(X500Principal subject, ASN1ObjectIdentifier kind) {
        RDN[] parts = X500Name.getInstance(subject.getEncoded()).getRDNs(kind);
        return parts.length == 0 ? null : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }
}
