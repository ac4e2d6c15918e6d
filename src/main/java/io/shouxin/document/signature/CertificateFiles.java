package io.shouxin.document.signature;

import io.shouxin.document.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Keys and certificates that lie in files. */
public final class CertificateFiles {

    private CertificateFiles() {
    }

    /**
     * The key in a PKCS#12 store.
     *
     * @param alias its name there; blank when the store has only one
     * @throws IllegalStateException when the store can't be opened or has no such key
     */
    public static SigningKey key(Path store, String password, String alias) {
        try (InputStream file = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password.toCharArray());
            List<String> names = Collections.list(keys.aliases()).stream().filter(name -> alias.isBlank() || alias.equalsIgnoreCase(name))
                    .filter(name -> isKey(keys, name)).toList();
            if (names.size() != 1) {
                throw new IllegalStateException(store + " has " + names.size() + " keys where one is wanted; set shouxin.signature.keystore.alias");
            }
            Certificate[] chain = keys.getCertificateChain(names.get(0));
            return new SigningKey((PrivateKey) keys.getKey(names.get(0), password.toCharArray()),
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the key store " + store + " can't be opened", e);
        }
    }

    /**
     * Certificates of trusted authorities.
     *
     * @param file PEM, one or more
     * @throws IllegalStateException when it can't be read or has none
     */
    public static List<X509Certificate> roots(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(content);
            if (found.isEmpty()) {
                throw new IllegalStateException(file + " has no certificates");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificates in " + file + " can't be read", e);
        }
    }

    /** As PEM. */
    public static String text(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKey(KeyStore keys, String name) {
        try {
            return keys.isKeyEntry(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
