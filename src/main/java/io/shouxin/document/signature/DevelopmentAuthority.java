package io.shouxin.document.signature;

import io.shouxin.kernel.BusinessClock;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A certificate authority for trying out and testing: it certifies whoever is signed in, proves nobody's identity, and its keys lie
 * open in the database. Its certificates say so. Its root is made when first asked for.
 */
@Component
public class DevelopmentAuthority {

    private static final String ROOT = "ROOT";
    private static final String UNIT = "仅供开发测试 DEVELOPMENT ONLY";
    private static final String ROOT_NAME = "Shouxin Development Root (开发测试根证书)";
    private static final Duration ROOT_LIFE = Duration.ofDays(7300);
    private static final Duration LIFE = Duration.ofDays(730);
    /** Valid a year back: the clock of a trial may be set back. */
    private static final Duration BEFORE = Duration.ofDays(365);
    private static final Duration LEFT = Duration.ofDays(30);
    private static final int SERIAL_BITS = 120;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    DevelopmentAuthority(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key of this holder with a certificate that is valid for a while yet; the one he has, if he has one. */
    public Issued of(String holder, String name, String organisation) {
        Issued root = root();
        return newest(holder).filter(issued -> issued.names(name, organisation) && isFresh(issued)).map(issued -> issued.under(root))
                .orElseGet(() -> issue(holder, subject(name, organisation), LIFE, root).under(root));
    }

    public X509Certificate rootCertificate() {
        return root().certificate();
    }

    private Issued root() {
        return newest(ROOT).filter(this::isFresh).orElseGet(() -> issue(ROOT, subject(ROOT_NAME, "Shouxin"), ROOT_LIFE, null));
    }

    private boolean isFresh(Issued issued) {
        Instant now = clock.instant();
        return Chain.validOn(issued.certificate(), now) && Chain.validOn(issued.certificate(), now.plus(LEFT));
    }

    private Issued issue(String holder, X500Name subject, Duration life, Issued root) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Instant from = clock.instant().minus(BEFORE);
            Instant to = clock.instant().plus(life);
            boolean isRoot = root == null;
            X500Name issuer = isRoot ? subject : X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded());
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
                    new JcaX509v3CertificateBuilder(issuer, new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE), Date.from(from), Date.from(to),
                            subject, pair.getPublic())
                            .addExtension(Extension.basicConstraints, true, isRoot ? new BasicConstraints(0) : new BasicConstraints(false))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(isRoot ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(isRoot ? pair.getPrivate() : root.key())));
            return keep(holder, new Issued(pair.getPrivate(), certificate, List.of(certificate)), from, to);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("the development authority cannot certify", e);
        }
    }

    /** Whoever asks at the same moment on another thread or node gets the same one. */
    private Issued keep(String holder, Issued issued, Instant from, Instant to) throws GeneralSecurityException {
        int number = jdbc.sql("SELECT COALESCE(MAX(issue_no), 0) + 1 FROM signing_certificate WHERE holder = ?").param(holder)
                .query(Integer.class).single();
        try {
            jdbc.sql("INSERT INTO signing_certificate (holder, issue_no, subject, certificate, private_key, valid_from, valid_to) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(holder, number, issued.certificate().getSubjectX500Principal().getName(),
                            Base64.getEncoder().encodeToString(issued.certificate().getEncoded()),
                            Base64.getEncoder().encodeToString(issued.key().getEncoded()), Timestamp.from(from), Timestamp.from(to))
                    .update();
            return issued;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return newest(holder).orElseThrow();
        }
    }

    private Optional<Issued> newest(String holder) {
        return jdbc.sql("SELECT certificate, private_key FROM signing_certificate WHERE holder = ? ORDER BY issue_no DESC").param(holder)
                .query(DevelopmentAuthority::read).list().stream().findFirst();
    }

    private static Issued read(ResultSet row, int n) throws SQLException {
        try {
            X509Certificate certificate = certificate(Base64.getDecoder().decode(row.getString(1)));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(row.getString(2))));
            return new Issued(key, certificate, List.of(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept certificate is not readable", e);
        }
    }

    private static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static X500Name subject(String name, String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, organisation).addRDN(BCStyle.OU, UNIT).addRDN(BCStyle.CN, name).build();
    }

    /** A key with its certificates, the holder's own first. */
    public record Issued(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain) {

        Issued under(Issued root) {
            return new Issued(key, certificate, List.of(certificate, root.certificate()));
        }

        boolean names(String name, String organisation) {
            return name.equals(SubjectName.commonName(certificate.getSubjectX500Principal()))
                    && organisation.equals(SubjectName.organisation(certificate.getSubjectX500Principal()));
        }

        @Override
        public String toString() {
            return "certificate of " + certificate.getSubjectX500Principal().getName();
        }
    }
}
