package io.shouxin.contract;

import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Waivers of conditions precedent (前提条件豁免): one officer asks, another of the tier that policy {@code condition-duties} names, or a
 * higher one, answers.
 */
@Component
class ConditionWaivers {

    private static final String NOBODY = "NONE";

    private final PolicyBook policies;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ConditionWaivers(PolicyBook policies, People people, AuditTrail audit, BusinessClock clock) {
        this.policies = policies;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<Agreement> ask(Agreement agreement, String code, String reason, PersonId actor) {
        Optional<ConditionPrecedent> condition = agreement.condition(code);
        Optional<Refusal> objection = people.find(actor).filter(Person::worksOnCredits).isEmpty()
                ? Optional.of(Refusal.of("NOT_A_CREDIT_OFFICER")) : known(code, condition)
                .or(() -> waivedBy(code).isEmpty() ? Optional.of(Refusal.of("CONDITION_NOT_WAIVABLE").at("code").with("condition", "condition." + code))
                        : Optional.empty())
                .or(() -> reasonMissing(reason));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        if (!condition.get().fulfilled()) {
            agreement.fulfil(condition.get().waiverAsked(actor.value(), reason.strip()));
            audit.record(agreement.application().value(), "WAIVER_ASKED", actor, code + " " + reason.strip());
        }
        return Outcome.done(agreement);
    }

    Outcome<Agreement> answer(Agreement agreement, WaiveCondition answer, PersonId actor) {
        Optional<ConditionPrecedent> condition = agreement.condition(answer.code());
        Optional<Refusal> objection = known(answer.code(), condition)
                .or(() -> condition.get().waiverOpen() ? Optional.empty() : Optional.of(Refusal.of("NO_WAIVER_ASKED").at("code")))
                .or(() -> authority(answer.code(), people.find(actor)))
                .or(() -> condition.get().waiverAskedBy().equals(actor.value()) ? Optional.of(Refusal.of("WAIVER_ASKED_BY_YOURSELF")) : Optional.empty())
                .or(() -> reasonMissing(answer.reason()));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        agreement.fulfil(answer.granted() ? condition.get().waivedBy(actor.value(), answer.reason().strip(), clock.instant()) : condition.get().waiverDenied());
        audit.record(agreement.application().value(), answer.granted() ? "CONDITION_WAIVED" : "WAIVER_DENIED", actor, answer.code() + " asked by "
                + condition.get().waiverAskedBy() + ": " + answer.reason().strip());
        return Outcome.done(agreement);
    }

    private Optional<Refusal> authority(String code, Optional<Person> person) {
        Optional<Tier> least = waivedBy(code);
        boolean may = least.isPresent() && person.filter(least.get()::isWithin).isPresent();
        return may ? Optional.empty() : Optional.of(Refusal.of("WAIVER_NEEDS_AUTHORITY").at("code").with("condition", "condition." + code)
                .with("tier", least.map(tier -> "tier." + tier).orElse("–")));
    }

    /** The lowest tier that may waive it; empty when nobody may, or the policy knows nothing of it. */
    private Optional<Tier> waivedBy(String code) {
        boolean listed = policies.inputs("condition-duties", clock.today()).stream().flatMap(input -> input.allowed().stream()).anyMatch(code::equals);
        return !listed ? Optional.empty() : policies.evaluate("condition-duties", clock.today(), Map.of("condition", code)).first()
                .map(row -> row.text("waivedBy")).filter(tier -> !tier.equals(NOBODY)).map(Tier::valueOf);
    }

    /** Months after which a condition is looked at again; 0 for never. */
    int cadence(String code) {
        boolean listed = policies.inputs("condition-duties", clock.today()).stream().flatMap(input -> input.allowed().stream()).anyMatch(code::equals);
        return !listed ? 0 : policies.evaluate("condition-duties", clock.today(), Map.of("condition", code)).first()
                .map((MatchedRow row) -> row.whole("cadenceMonths")).orElse(0);
    }

    private static Optional<Refusal> known(String code, Optional<ConditionPrecedent> condition) {
        return condition.isPresent() ? Optional.empty() : Optional.of(Refusal.of("CONDITION_UNKNOWN").at("code").with("condition", code));
    }

    private static Optional<Refusal> reasonMissing(String reason) {
        String written = Remark.of(reason);
        return written == null || written.length() < 5 ? Optional.of(Refusal.of("WAIVER_NEEDS_REASON").at("reason")) : Remark.tooLong(written, "reason");
    }
}
