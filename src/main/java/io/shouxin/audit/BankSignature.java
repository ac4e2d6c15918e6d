package io.shouxin.audit;

import io.shouxin.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The bank's signature under some bytes (签章), by Ed25519.
 *
 * @param keyId     fingerprint of the public key, lower-case hex
 * @param publicKey the key itself as X.509 in lower-case hex
 * @param value     64 bytes in lower-case hex
 */
public record BankSignature(String keyId, String publicKey, String value) {

    /** The one kind of key and signature. */
    static final String ALGORITHM = "Ed25519";

    /** Whether these very bytes were signed with the private half of the key, and the key is the one its fingerprint names. */
    public boolean holds(byte[] signed) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(publicKey));
            check.update(signed);
            return Sha256.of(bytes(publicKey)).equals(keyId) && check.verify(bytes(value));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static PublicKey key(String hex) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(hex)));
    }

    /** Written one way only: capital letters would be the same bytes, and yet another text. */
    private static byte[] bytes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (!HexFormat.of().formatHex(bytes).equals(hex)) {
            throw new IllegalArgumentException("not in lower-case hex");
        }
        return bytes;
    }
}
