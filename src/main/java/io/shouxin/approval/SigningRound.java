package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.util.List;

/**
 * The signers an approver has added, while they are asked (加签).
 *
 * @param addedBy the approver; he alone takes signers off again
 */
public record SigningRound(SigningOrder.Place place, SigningOrder.Rule rule, PersonId addedBy, Tier tier, String reason, List<AddedSigner> signers) {

    public SigningRound {
        signers = List.copyOf(signers);
    }

    public List<AddedSigner> waiting() {
        return signers.stream().filter(AddedSigner::waits).toList();
    }

    boolean isOver() {
        return waiting().isEmpty();
    }

    boolean objected() {
        return signers.stream().anyMatch(signer -> signer.opinion() == AddedSigner.Opinion.OBJECT);
    }

    SigningRound with(AddedSigner before, AddedSigner after) {
        List<AddedSigner> all = signers.stream().map(signer -> signer == before ? after : signer).toList();
        boolean enough = rule == SigningOrder.Rule.ONE && after.state() == AddedSigner.State.SIGNED;
        return new SigningRound(place, rule, addedBy, tier, reason, enough
                ? all.stream().map(signer -> signer.waits() ? signer.now(AddedSigner.State.SPARED) : signer).toList() : all);
    }
}
