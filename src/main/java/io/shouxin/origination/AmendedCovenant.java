package io.shouxin.origination;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of an analyst's amendment, as frozen with the proposal (约定事项调整记录).
 *
 * @param suggested what the library suggests; null where it suggests none
 * @param asked     what the analyst asked for
 * @param ignored   why the suggestion stands all the same: code of the refusal, message {@code refusal.CODE}; null where it was taken over.
 *                  Grade and basis are known only when the proposal is worked out
 */
public record AmendedCovenant(@JsonInclude(JsonInclude.Include.NON_NULL) Covenant suggested, CovenantAmendment asked,
                              @JsonInclude(JsonInclude.Include.NON_NULL) String ignored) {

    /** Whether a person has to look at it: the customer undertakes less than the library suggests, or the analyst wanted it otherwise in vain. */
    boolean eases() {
        if (ignored != null) {
            return suggested != null || asked.act() == CovenantAct.ADD;
        }
        if (suggested == null) {
            return false;
        }
        Covenant agreed = asked.applied(suggested);
        return asked.act() == CovenantAct.DROP || agreed.frequency().months() > suggested.frequency().months() || agreed.graceDays() > suggested.graceDays()
                || suggested.target() != null && suggested.bound().eased(suggested.target(), agreed.target()).signum() > 0;
    }
}
