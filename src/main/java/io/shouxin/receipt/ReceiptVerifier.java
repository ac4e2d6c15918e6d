package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.audit.AuditEntry;
import io.shouxin.kernel.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a receipt by itself (回执校验): needs no database and no application. A receipt holds if it is written exactly as the bank writes
 * receipts, its fingerprint and signature hold, and what it says agrees in itself.
 */
public final class ReceiptVerifier {

    private ReceiptVerifier() {
    }

    /**
     * @param file   the receipt, or a PDF that carries one
     * @param pinned public key one trusts, as X.509 in lower-case hex; empty to trust the key in the receipt
     */
    public static Verification verify(byte[] file, Optional<String> pinned) {
        List<String> problems = new ArrayList<>();
        ReceiptFile receipt;
        try {
            receipt = ReceiptFile.read(CarriedReceipt.in(file));
        } catch (ReceiptFile.Unreadable unreadable) {
            return new Verification(List.of(unreadable.getMessage()), null, null, "", "", "", false);
        }
        if (!Sha256.of(CanonicalJson.bytes(receipt.content())).equals(receipt.sha256())) {
            problems.add("the content does not have the fingerprint the receipt names");
        }
        if (!receipt.isSigned()) {
            problems.add("the bank's signature does not hold");
        }
        pinned.filter(key -> !key.equals(receipt.signature().publicKey()))
                .ifPresent(key -> problems.add("it is signed with another key than the one given"));
        proposal(receipt.content(), problems);
        trail(receipt.content(), problems);
        JsonNode content = receipt.content();
        return new Verification(problems, content.path("receipt").path("number").asText(), content.path("case").path("number").asText(),
                content.path("case").path("status").asText(), receipt.sha256(), receipt.signature().keyId(), content.path("receipt").path("developmentKey").asBoolean());
    }

    /** What was decided on is what was proposed. */
    private static void proposal(JsonNode content, List<String> problems) {
        JsonNode proposal = content.path("proposal");
        if (proposal.isObject()) {
            if (!Sha256.of(proposal.path("text").asText()).equals(proposal.path("sha256").asText())) {
                problems.add("the text of the proposal does not have the fingerprint named with it");
            }
            if (!proposal.path("sha256").equals(content.path("case").path("subjectHash"))) {
                problems.add("the case is about another proposal");
            }
        }
        for (JsonNode decision : content.path("decisions")) {
            if (!decision.path("proposalHash").equals(content.path("case").path("subjectHash"))) {
                problems.add("the decision of " + decision.path("officer").asText() + " is about another proposal");
            }
        }
    }

    /** The entries of the audit trail follow each other. */
    private static void trail(JsonNode content, List<String> problems) {
        for (JsonNode chain : content.path("audit").path("chains")) {
            String before = AuditEntry.BEGINNING;
            long position = 0;
            for (JsonNode link : chain.path("entries")) {
                position++;
                try {
                    AuditEntry entry = new AuditEntry(chain.path("subject").asText(), link.path("position").asLong(), link.path("act").asText(),
                            link.path("actor").asText(), link.path("detail").asText(), Instant.parse(link.path("at").asText()), link.path("sha256").asText());
                    if (entry.position() != position || !entry.follows(before)) {
                        problems.add("entry " + position + " of the audit trail of " + entry.subject() + " does not follow the one before");
                    }
                    before = entry.sha256();
                } catch (DateTimeException unreadable) {
                    problems.add("entry " + position + " of an audit trail cannot be read");
                }
            }
        }
    }

    /**
     * What a check of a receipt came to.
     *
     * @param problems       empty if it holds
     * @param number         of the receipt; null when it could not be read
     * @param decision       number of the approval case, or of the application declined without one; null likewise
     * @param keyId          fingerprint of the key it is signed with
     * @param developmentKey whether the bank says of that key that it is for trying out
     */
    public record Verification(List<String> problems, String number, String decision, String status, String sha256, String keyId,
                               boolean developmentKey) {

        public Verification {
            problems = List.copyOf(problems);
        }

        public boolean holds() {
            return problems.isEmpty();
        }
    }
}
