package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.audit.BankKeys;
import io.shouxin.audit.BankSignature;
import io.shouxin.kernel.Sha256;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * A decision receipt as a file (决策回执): its content, the fingerprint of that, the bank's key and the signature over all the rest. The
 * form is described in {@code docs/guides/receipts.md} and has a version.
 */
record ReceiptFile(ObjectNode content, String sha256, BankSignature signature) {

    static final String FORM = "shouxin-receipt/1";

    private static final Set<String> PARTS = new TreeSet<>(Set.of("content", "format", "key", "sha256", "signature"));

    static ReceiptFile signed(ObjectNode content, BankKeys keys) {
        String sha256 = Sha256.of(CanonicalJson.bytes(content));
        String open = keys.publicKey();
        BankSignature signature = keys.sign(CanonicalJson.bytes(unsigned(content, sha256, Sha256.of(java.util.HexFormat.of().parseHex(open)), open)));
        return new ReceiptFile(content, sha256, signature);
    }

    byte[] bytes() {
        ObjectNode file = unsigned(content, sha256, signature.keyId(), signature.publicKey());
        file.put("signature", signature.value());
        return CanonicalJson.bytes(file);
    }

    /** Whether the bank's signature holds for every part of it. */
    boolean isSigned() {
        return signature.holds(CanonicalJson.bytes(unsigned(content, sha256, signature.keyId(), signature.publicKey())));
    }

    /** @throws Unreadable when these bytes are not exactly a receipt, with nothing more and nothing less */
    static ReceiptFile read(byte[] bytes) throws Unreadable {
        JsonNode file;
        try {
            file = CanonicalJson.read(bytes);
        } catch (IOException | RuntimeException noJson) {
            throw new Unreadable("this is not a receipt: it cannot be read as JSON");
        }
        Set<String> parts = new TreeSet<>();
        file.fieldNames().forEachRemaining(parts::add);
        if (!file.isObject() || !file.path("format").asText().equals(FORM)) {
            throw new Unreadable("this is not a receipt of the form " + FORM);
        }
        if (!parts.equals(PARTS) || !file.get("content").isObject() || !file.get("key").isObject()) {
            throw new Unreadable("parts are missing or were added: " + parts);
        }
        ReceiptFile found = new ReceiptFile((ObjectNode) file.get("content"), file.get("sha256").asText(), new BankSignature(
                file.get("key").path("id").asText(), file.get("key").path("public").asText(), file.get("signature").asText()));
        if (!Arrays.equals(found.bytes(), bytes)) {
            throw new Unreadable("the file is not written as the bank writes receipts: something was added, left out or written otherwise");
        }
        return found;
    }

    private static ObjectNode unsigned(ObjectNode content, String sha256, String keyId, String publicKey) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.set("content", content);
        file.put("format", FORM);
        file.set("key", JsonNodeFactory.instance.objectNode().put("id", keyId).put("public", publicKey));
        file.put("sha256", sha256);
        return file;
    }

    /** Not a receipt as the bank writes them. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }
}
