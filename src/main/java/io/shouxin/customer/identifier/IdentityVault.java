package io.shouxin.customer.identifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Seals resident identity numbers (AES-256-GCM, bound to the customer number) and makes the keyed hashes they are looked up
 * by. Both keys derive from {@code shouxin.identity-key}, which profile {@code production} must set.
 */
@Component
public class IdentityVault {

    private static final String DEVELOPMENT_KEY = "for development and demonstration only, never for real people";
    private static final int SHORTEST_KEY = 32;
    private static final String FORMAT = "v1:";
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec sealingKey;
    private final SecretKeySpec hashingKey;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalStateException when production has no key, or a key is shorter than 32 characters */
    public IdentityVault(@Value("${shouxin.identity-key:}") String configured, Environment environment) {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (configured.isBlank() && production || !configured.isBlank() && configured.length() < SHORTEST_KEY) {
            throw new IllegalStateException("shouxin.identity-key must be set to at least " + SHORTEST_KEY + " characters");
        }
        byte[] key = (configured.isBlank() ? DEVELOPMENT_KEY : configured).getBytes(StandardCharsets.UTF_8);
        SecretKeySpec root = new SecretKeySpec(key, "HmacSHA256");
        this.sealingKey = new SecretKeySpec(hmac(root, "seal"), "AES");
        this.hashingKey = new SecretKeySpec(hmac(root, "look up"), "HmacSHA256");
    }

    /** Keyed hash of an identifier, 64 hexadecimal characters; the same identifier gives the same hash. */
    public String hash(String identifierType, String identifier) {
        return HexFormat.of().formatHex(hmac(hashingKey, identifierType + '|' + identifier));
    }

    /** @param owner customer number the sealed text belongs to; it can be opened for this customer only */
    public String seal(String plain, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        return FORMAT + Base64.getEncoder().encodeToString(both);
    }

    /** @throws IllegalStateException when sealed with another key, for another customer, or altered */
    public String open(String sealed, String owner) {
        byte[] both = Base64.getDecoder().decode(sealed.substring(FORMAT.length()));
        byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
        byte[] body = java.util.Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, owner, body), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealingKey, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("identifier cannot be sealed or opened with this identity key", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
