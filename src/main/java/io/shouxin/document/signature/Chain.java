package io.shouxin.document.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a certificate leads to an authority the bank trusts. Revocation is not asked for: that takes a line to the authority. */
public final class Chain {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private Chain() {
    }

    /** @param at the day all certificates of the way must have been valid */
    public static boolean leadsTo(Collection<X509Certificate> trusted, X509Certificate own, List<X509Certificate> sent, Instant at) {
        if (trusted.isEmpty() || !maySign(own)) {
            return false;
        }
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(own);
            PKIXBuilderParameters question = new PKIXBuilderParameters(
                    trusted.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()), wanted);
            question.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            question.setRevocationEnabled(false);
            question.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(question);
            return true;
        } catch (GeneralSecurityException noWay) {
            return false;
        }
    }

    public static boolean validOn(X509Certificate own, Instant at) {
        return !at.isBefore(own.getNotBefore().toInstant()) && !at.isAfter(own.getNotAfter().toInstant());
    }

    private static boolean maySign(X509Certificate own) {
        boolean[] usage = own.getKeyUsage();
        return own.getBasicConstraints() < 0 && (usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION]);
    }
}
