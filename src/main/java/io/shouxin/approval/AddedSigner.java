package io.shouxin.approval;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody asked to sign beside an approver (加签人): a named colleague, or anybody in a role. His opinion is recorded and replaces
 * nobody's authority.
 *
 * @param signedBy  who gave the opinion
 * @param principal for whom, if a delegate signed
 */
public record AddedSigner(Optional<PersonId> person, Optional<Role> role, State state, Optional<PersonId> signedBy, Optional<PersonId> principal,
                          Opinion opinion, String remark, Optional<Instant> signedAt) {

    static AddedSigner asked(PersonId person) {
        return new AddedSigner(Optional.of(person), Optional.empty(), State.WAITING, Optional.empty(), Optional.empty(), null, "", Optional.empty());
    }

    static AddedSigner asked(Role role) {
        return new AddedSigner(Optional.empty(), Optional.of(role), State.WAITING, Optional.empty(), Optional.empty(), null, "", Optional.empty());
    }

    /** Login or group id: how the task list names him. */
    public String name() {
        return person.map(PersonId::value).orElseGet(() -> role.map(Role::groupId).orElseThrow());
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    /** Whether this officer is the one asked, himself or for somebody absent. */
    boolean asks(Person officer, Optional<PersonId> actingFor) {
        return person.map(named -> named.equals(actingFor.orElse(officer.id()))).orElseGet(() -> role.filter(officer::is).isPresent());
    }

    AddedSigner signed(PersonId by, Optional<PersonId> actingFor, Opinion said, String why, Instant at) {
        return new AddedSigner(person, role, State.SIGNED, Optional.of(by), actingFor, said, why, Optional.of(at));
    }

    AddedSigner now(State next) {
        return new AddedSigner(person, role, next, signedBy, principal, opinion, remark, signedAt);
    }

    /** How an added signer stands. */
    public enum State {
        /** 待签 */
        WAITING,
        /** 已签 */
        SIGNED,
        /** 已减签 */
        REMOVED,
        /** 无须再签: the first signature was enough. */
        SPARED,
        /** 已回避: declared a conflict of interest; of a role, nobody in it is left. */
        ASIDE
    }

    /** What an added signer thinks. */
    public enum Opinion {
        /** 无异议 */
        AGREE,
        /** 有异议; needs a remark. */
        OBJECT
    }
}
