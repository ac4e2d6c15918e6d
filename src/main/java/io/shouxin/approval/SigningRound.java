package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.function.Predicate;

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

    /** Nobody gave an opinion: all stood aside or were taken off. */
    boolean isUnheard() {
        return signers.stream().noneMatch(signer -> signer.state() == AddedSigner.State.SIGNED);
    }

    /** Without those who are waited for and for whom nobody may sign any more. */
    SigningRound without(Predicate<AddedSigner> gone) {
        return new SigningRound(place, rule, addedBy, tier, reason, signers.stream().map(signer -> signer.waits() && gone.test(signer)
                ? signer.now(AddedSigner.State.ASIDE) : signer).toList());
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
