package io.shouxin.testkit;

import io.shouxin.document.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of a test's own. */
public final class Certificates {

    private final KeyPair pair;
    private final X500Name name;
    private final X509Certificate root;
    private final Instant from;
    private final Instant to;
    private int issued = 1;

    public Certificates(String rootName, Instant from, Duration life) {
        this.from = from;
        this.to = from.plus(life);
        this.name = named(rootName, "Test");
        this.pair = pair("EC", 256);
        this.root = certificate(name, pair, true, from, to);
    }

    public X509Certificate root() {
        return root;
    }

    public SigningKey of(String signatory, String organisation) {
        return of(signatory, organisation, "EC", 256, from, to);
    }

    /** A certificate that names the number of an identity paper, as European authorities write it. */
    public SigningKey identified(String signatory, String organisation, String number) {
        KeyPair own = pair("EC", 256);
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, organisation).addRDN(BCStyle.SERIALNUMBER, number)
                .addRDN(BCStyle.CN, signatory).build();
        return new SigningKey(own.getPrivate(), List.of(certificate(subject, own, false, from, to), root));
    }

    public SigningKey withRsa(String signatory, String organisation) {
        return of(signatory, organisation, "RSA", 2048, from, to);
    }

    public SigningKey valid(String signatory, String organisation, Instant since, Instant until) {
        return of(signatory, organisation, "EC", 256, since, until);
    }

    private SigningKey of(String signatory, String organisation, String algorithm, int bits, Instant since, Instant until) {
        KeyPair own = pair(algorithm, bits);
        return new SigningKey(own.getPrivate(), List.of(certificate(named(signatory, organisation), own, false, since, until), root));
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, boolean authority, Instant since, Instant until) {
        try {
            return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(issued++), Date.from(since),
                    Date.from(until), subject, own.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name named(String commonName, String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, organisation).addRDN(BCStyle.CN, commonName).build();
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
