package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a case's history (审批历史) beside the decisions; never changed or deleted.
 *
 * @param no        place in the order of the case, shared with the decisions
 * @param principal for whom a delegate acted
 * @param target    whom or what it concerns: a login, a tier, a role, or nothing
 * @param reason    why, in the actor's words or as a code
 */
public record ApprovalAct(long no, Verb verb, PersonId actor, Optional<PersonId> principal, Tier tier, String target, String reason, Instant at) {

    static ApprovalAct of(Verb verb, Actor actor, Tier tier, String target, String reason, Instant at) {
        return new ApprovalAct(0, verb, actor.id(), actor.principal(), tier, target, reason, at);
    }

    static ApprovalAct ofSystem(Verb verb, Tier tier, String target, String reason, Instant at) {
        return new ApprovalAct(0, verb, ApprovalDesk.SYSTEM, Optional.empty(), tier, target, reason, at);
    }
}
