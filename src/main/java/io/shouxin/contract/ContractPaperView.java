package io.shouxin.contract;

import io.shouxin.kernel.DocumentId;
import java.util.List;

/**
 * A paper of an agreement beside its own text.
 *
 * @param id             its number
 * @param facility       position of the facility it secures; null for a decision letter
 * @param otherSide      the security as approved: who guarantees, or what is mortgaged or pledged; null for a decision letter
 * @param document       the text to be signed
 * @param signedDocument the same with the signatures so far; null before the first
 */
public record ContractPaperView(String id, PaperKind kind, Integer facility, String otherSide, String templateVersion, DocumentId document,
                                String documentSha256, DocumentId signedDocument, List<Signature> signatures) {

    public ContractPaperView {
        signatures = List.copyOf(signatures);
    }

    /** Whether the one who gives the security still has to sign. */
    public boolean waitsForProvider() {
        return kind.hasProvider() && signatures.stream().noneMatch(signature -> signature.role() == SignatoryRole.GUARANTOR);
    }
}
