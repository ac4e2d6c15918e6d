package io.shouxin.receipt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.audit.BankSignature;
import io.shouxin.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;

/** What somebody with a key of his own can make of a receipt. */
final class Forgery {

    private Forgery() {
    }

    static byte[] sign(ObjectNode content, KeyPair key) throws GeneralSecurityException {
        String sha256 = Sha256.of(CanonicalJson.bytes(content));
        String open = HexFormat.of().formatHex(key.getPublic().getEncoded());
        String keyId = Sha256.of(key.getPublic().getEncoded());
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.set("content", content);
        file.put("format", ReceiptFile.FORM).put("sha256", sha256);
        file.set("key", JsonNodeFactory.instance.objectNode().put("id", keyId).put("public", open));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(CanonicalJson.bytes(file));
        return new ReceiptFile(content, sha256, new BankSignature(keyId, open, HexFormat.of().formatHex(signature.sign()))).bytes();
    }
}
