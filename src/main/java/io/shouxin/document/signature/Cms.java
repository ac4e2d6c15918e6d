package io.shouxin.document.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The signature proper, as PAdES baseline B-B wants it: detached CMS that names its certificate and tells no time of its own. */
public final class Cms {

    private Cms() {
    }

    /** @return the signature over these bytes, in DER */
    public static byte[] sign(byte[] signed, PrivateKey key, List<X509Certificate> chain) {
        try {
            X509Certificate own = chain.get(0);
            ESSCertIDv2 named = new ESSCertIDv2(sha256(own.getEncoded()));
            AttributeTable attributes = new AttributeTable(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {named}))));
            DefaultSignedAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(attributes);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(given -> usual.getAttributes(given).remove(CMSAttributes.signingTime))
                    .build(new JcaContentSignerBuilder(algorithm(key)).build(key), own));
            // No root: whoever verifies has it from elsewhere, and what no signature covers should not travel along.
            generator.addCertificates(new JcaCertStore(chain.stream().filter(held -> held == own || !isRoot(held)).toList()));
            return generator.generate(new CMSProcessableByteArray(signed), false).getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException unusable) {
            throw new IllegalStateException("this key does not sign", unusable);
        }
    }

    private static boolean isRoot(X509Certificate held) {
        return held.getSubjectX500Principal().equals(held.getIssuerX500Principal());
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new IllegalStateException("no signatures with " + key.getAlgorithm());
        };
    }

    /**
     * Whether these are the bytes that were signed, by whom, and what he sent along.
     *
     * @return empty when the signature does not fit the bytes, names another certificate than its own, or can't be read
     */
    public static Optional<Signer> verify(byte[] signed, byte[] signature) {
        try {
            CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signed), withoutPadding(signature));
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return Optional.empty();
            }
            SignerInformation signer = signers.iterator().next();
            List<X509CertificateHolder> own = new ArrayList<>(data.getCertificates().getMatches(null));
            Optional<X509CertificateHolder> certificate = own.stream().filter(held -> signer.getSID().match(held)).findFirst();
            if (certificate.isEmpty() || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.get()))
                    || !namesItsCertificate(signer, certificate.get())) {
                return Optional.empty();
            }
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            List<X509Certificate> sent = new ArrayList<>();
            for (X509CertificateHolder held : own) {
                sent.add(converter.getCertificate(held));
            }
            return Optional.of(new Signer(converter.getCertificate(certificate.get()), sent));
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException | RuntimeException unreadable) {
            // Whatever a hostile file makes the library throw: it is no signature.
            return Optional.empty();
        }
    }

    /** The room kept for the signature is filled up with zeros. */
    private static byte[] withoutPadding(byte[] signature) throws IOException {
        try (ASN1InputStream reader = new ASN1InputStream(signature)) {
            byte[] proper = reader.readObject().getEncoded();
            for (int rest = reader.read(); rest >= 0; rest = reader.read()) {
                if (rest != 0) {
                    throw new IOException("something hides behind the signature");
                }
            }
            return proper;
        }
    }

    /** Without it somebody could put another certificate of the same key beside the signature. */
    private static boolean namesItsCertificate(SignerInformation signer, X509CertificateHolder certificate)
            throws GeneralSecurityException, IOException {
        Attribute named = signer.getSignedAttributes() == null ? null
                : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (named == null) {
            return false;
        }
        ESSCertIDv2 first = SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts()[0];
        MessageDigest digest = MessageDigest.getInstance(first.getHashAlgorithm().getAlgorithm().getId());
        return Arrays.equals(digest.digest(certificate.getEncoded()), first.getCertHash());
    }

    private static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    /** Who signed, and the certificates he sent with it. */
    public record Signer(X509Certificate certificate, List<X509Certificate> sent) {
    }
}
