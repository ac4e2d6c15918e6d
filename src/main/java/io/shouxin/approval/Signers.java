package io.shouxin.approval;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns an approver's order into a round of added signers, if everybody named may sign. */
final class Signers {

    private static final Set<Role> NEVER = Set.of(Role.APPLICANT, Role.AUDITOR, Role.ADMINISTRATOR);

    private Signers() {
    }

    static Outcome<Optional<SigningRound>> round(Optional<SigningOrder> order, ApprovalCaseView view, Actor actor, People people) {
        return order.map(wish -> round(wish, view, actor, people).map(Optional::of)).orElseGet(() -> Outcome.done(Optional.empty()));
    }

    /** @return the round, or {@code SIGNERS_MISSING, SIGNERS_TOO_MANY, ACT_REASON_REQUIRED, SIGNER_UNFIT, SIGNER_BARRED} */
    static Outcome<SigningRound> round(SigningOrder order, ApprovalCaseView view, Actor actor, People people) {
        List<Refusal> refusals = new ArrayList<>();
        int asked = order.persons().size() + order.roles().size();
        if (asked == 0) {
            refusals.add(Refusal.of("SIGNERS_MISSING").at("signers"));
        } else if (asked > SigningOrder.MOST) {
            refusals.add(Refusal.of("SIGNERS_TOO_MANY").at("signers").with("most", SigningOrder.MOST));
        }
        Reason.missing(order.reason(), "signers.reason").ifPresent(refusals::add);
        order.persons().stream().map(person -> unfit(person, view, actor, people)).flatMap(Optional::stream).forEach(refusals::add);
        order.roles().stream().filter(NEVER::contains).forEach(role ->
                refusals.add(Refusal.of("SIGNER_UNFIT").at("signers").with("person", role.groupId())));
        return refusals.isEmpty() ? Outcome.done(new SigningRound(order.place(), order.rule(), actor.id(), view.currentTier(), order.reason(),
                Stream.concat(order.persons().stream().map(AddedSigner::asked), order.roles().stream().map(AddedSigner::asked)).toList()))
                : Outcome.refused(refusals);
    }

    private static Optional<Refusal> unfit(PersonId person, ApprovalCaseView view, Actor actor, People people) {
        Optional<Person> known = people.find(person);
        if (known.filter(Person::isOfficer).isEmpty() || known.get().is(Role.AUDITOR) || known.get().is(Role.ADMINISTRATOR)
                || person.equals(actor.id()) || actor.principal().filter(person::equals).isPresent()) {
            return Optional.of(Refusal.of("SIGNER_UNFIT").at("signers").with("person", person));
        }
        return view.isBarred(person) ? Optional.of(Refusal.of("SIGNER_BARRED").at("signers").with("person", person)) : Optional.empty();
    }
}
