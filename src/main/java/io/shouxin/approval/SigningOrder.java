package io.shouxin.approval;

import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.util.List;

/**
 * Whom an approver asks to sign beside him (加签).
 *
 * @param place   before he decides, or after he has approved
 * @param rule    whether all are heard or the first is enough
 * @param persons named colleagues
 * @param roles   roles of which anybody may sign, once each
 * @param reason  what they are asked; at most 500 characters
 */
public record SigningOrder(Place place, Rule rule, List<PersonId> persons, List<Role> roles, String reason) {

    /** Most signers of one order. */
    public static final int MOST = 9;

    public SigningOrder {
        place = place == null ? Place.BEFORE : place;
        rule = rule == null ? Rule.ALL : rule;
        persons = persons == null ? List.of() : persons.stream().distinct().toList();
        roles = roles == null ? List.of() : roles.stream().distinct().toList();
        reason = reason == null ? "" : reason.strip();
    }

    /** Where the signers stand. */
    public enum Place {
        /** 前加签: they are heard first, then the approver decides. */
        BEFORE,
        /** 后加签: he has approved; an objection brings the case back to him. */
        AFTER
    }

    /** How many have to sign. */
    public enum Rule {
        /** 会签 */
        ALL,
        /** 或签 */
        ONE
    }
}
