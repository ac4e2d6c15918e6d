package io.shouxin.document;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What somebody signs with (签名私钥与证书).
 *
 * @param chain his own certificate first, then those of the authorities above it
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key without a certificate signs for nobody");
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    @Override
    public String toString() {
        return "key of " + certificate().getSubjectX500Principal().getName();
    }
}
