package io.shouxin.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the signatures of a file say (验签结果).
 *
 * @param sha256     fingerprint of the file
 * @param pages      0 when it can't be read
 * @param signatures in the order they were made
 * @param flaws      of the file as a whole; those of one signature stand there
 */
public record SignatureReport(String sha256, long sizeBytes, int pages, List<FoundSignature> signatures, List<SignatureFlaw> flaws) {

    public SignatureReport {
        signatures = List.copyOf(signatures);
        flaws = List.copyOf(flaws);
    }

    /** Signed, every signature good, and nothing in the file that no signature covers. */
    public boolean genuine() {
        return allFlaws().isEmpty() && !signatures.isEmpty();
    }

    /** Whether somebody signed it with a certificate, well or badly. */
    public boolean signed() {
        return !signatures.isEmpty();
    }

    /** Of the file and of all signatures, each once. */
    public List<SignatureFlaw> allFlaws() {
        return Stream.concat(flaws.stream(), signatures.stream().flatMap(signature -> signature.flaws().stream())).distinct().toList();
    }
}
