package io.shouxin.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real receipt holds by itself, and with any byte changed it does not. */
@ApplicationTest
@ProcessTest
class ReceiptVerifierTest {

    @Autowired
    private Bank bank;

    @Autowired
    private ReceiptDesk receipts;

    @Test
    void everyByteOfARealReceiptCounts() {
        byte[] receipt = receipt();
        int signed = new String(receipt, StandardCharsets.ISO_8859_1).lastIndexOf("\"format\"");
        TreeSet<Integer> places = new TreeSet<>();
        for (int place = 0; place < receipt.length; place++) {
            boolean structural = "{}[],:\"".indexOf(receipt[place]) >= 0 && place % 41 == 0;
            // All of the beginning and of everything around the content; of the content itself every 97th byte and many of its structure.
            if (place < 200 || place >= signed || place % 97 == 0 || structural) {
                places.add(place);
            }
        }
        assertThat(places).hasSizeGreaterThan(1500);
        for (int place : places) {
            byte[] changed = receipt.clone();
            changed[place] ^= place % 2 == 0 ? 1 : 0x20;
            assertThat(ReceiptVerifier.verify(changed, Optional.empty()).holds()).as("byte " + place + " of " + receipt.length).isFalse();
        }
    }

    @Test
    void nothingMayBeAddedOrLeftOut() {
        byte[] receipt = receipt();
        String text = new String(receipt, StandardCharsets.UTF_8);

        for (String changed : new String[] {text + "\n", " " + text, text.substring(1), text.substring(0, text.length() - 1), "\uFEFF" + text,
            text.replaceFirst(",", ", "), text.replace("\"format\":", "\"extra\":1,\"format\":"), text.replaceFirst("审", "\\\\u5ba1"),
            text.replace("\"signature\":\"", "\"signature\":\"00\",\"signature\":\""), "", "{}", "null", "[]", "%PDF-1.7"}) {
            assertThat(ReceiptVerifier.verify(changed.getBytes(StandardCharsets.UTF_8), Optional.empty()).holds()).as(changed.substring(0, Math.min(40, changed.length()))).isFalse();
        }
        assertThat(ReceiptVerifier.verify(Arrays.copyOf(receipt, receipt.length / 2), Optional.empty()).holds()).isFalse();
    }

    @Test
    void aReceiptSignedAnewWithAnotherKeyIsOnlyBelievedByWhoPinsNone() throws Exception {
        ReceiptFile genuine = ReceiptFile.read(receipt());
        KeyPair forger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        genuine.content().with("case").put("amount", "99000000");
        byte[] forged = Forgery.sign(genuine.content(), forger);

        assertThat(ReceiptVerifier.verify(forged, Optional.empty()).holds()).isTrue();
        assertThat(ReceiptVerifier.verify(forged, Optional.of(genuine.signature().publicKey())).problems()).anyMatch(problem -> problem.contains("another key"));
        assertThat(ReceiptVerifier.verify(forged, Optional.of(HexFormat.of().formatHex(forger.getPublic().getEncoded()))).holds()).isTrue();
    }

    private byte[] receipt() {
        ApplicationCase file = bank.anApplication().asking("4000000").offered();
        return receipts.of(file.approvals().get(0).id()).orElseThrow().file();
    }
}
