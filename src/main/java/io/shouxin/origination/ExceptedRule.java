package io.shouxin.origination;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a policy that is set aside for a case by a policy exception (政策例外), asked for or approved; frozen with the proposal, so that
 * whoever decides on the proposal decides on it too.
 *
 * @param number            of the policy exception
 * @param policy            key of the policy the rule stands in
 * @param policyVersion     version the case is judged by
 * @param rule              code of the rule, e.g. {@code NEGATIVE_EQUITY_TWO_YEARS}
 * @param facility          position of the facility it is about, from 1; 0 for the whole case
 * @param permitted         what is permitted instead of the rule's value, in the rule's own unit; {@code null} where a rule has no value
 * @param ruleSays          what the rule asks, as shown; a number or a code
 * @param caseHas           what the case has instead
 * @param reasonCode        why; label {@code exceptionReason.CODE}
 * @param compensation      what makes up for it; label {@code compensation.CODE}; {@code NONE} without
 * @param compensationWords the same in words; may be empty
 * @param until             last day of the exception as asked
 * @param tier              lowest approval tier that may allow it
 * @param madeBy            who asked for it or changed it; none of them may decide
 */
public record ExceptedRule(String number, String policy, String policyVersion, String rule, int facility, BigDecimal permitted, String ruleSays,
                           String caseHas, String reasonCode, String reason, String compensation, String compensationWords, LocalDate until,
                           String tier, List<PersonId> madeBy) {

    public ExceptedRule {
        madeBy = List.copyOf(madeBy);
    }

    /** The tier that has to have the last word on a case with these exceptions. */
    public static Tier leastTier(List<ExceptedRule> exceptions) {
        return exceptions.stream().map(exception -> Tier.valueOf(exception.tier())).max(Comparator.naturalOrder()).orElse(Tier.STRAIGHT_THROUGH);
    }

    /** What is permitted by this exception if it is about that rule. @param ofFacility 0 for the whole case */
    Optional<BigDecimal> permits(String ofPolicy, String ofRule, int ofFacility) {
        return policy.equals(ofPolicy) && rule.equals(ofRule) && facility == ofFacility ? Optional.ofNullable(permitted) : Optional.empty();
    }
}
