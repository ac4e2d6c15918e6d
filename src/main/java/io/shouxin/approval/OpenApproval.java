package io.shouxin.approval;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Command: have something decided.
 *
 * @param subjectType             what it is, e.g. {@code credit-application}; at most 40 characters
 * @param subjectId               its business number
 * @param subjectHash             sha-256 (hex) of exactly what the approvers are shown
 * @param amount                  what is asked for
 * @param exposure                total exposure of the customer's group if this is approved, {@code amount} included
 * @param gradeCode               rating grade, e.g. {@code GOOD}
 * @param securedShare            share of the amount covered by eligible security, 0 to 1
 * @param straightThroughEligible false if anything about the case wants a person to look, whatever the policy says
 * @param madeBy                  everybody who applied, prepared or assessed: none of them may decide
 * @param validatedBy             those of {@code madeBy} who only validated or assessed; policy {@code approval-rules} may let them decide
 * @param asOf                    business date by which the authority table is picked
 * @param authority               which table names the tiers, and what it is asked
 */
public record OpenApproval(String subjectType, String subjectId, String subjectHash, Money amount, Money exposure,
                           String gradeCode, BigDecimal securedShare, boolean straightThroughEligible, Set<PersonId> madeBy,
                           Set<PersonId> validatedBy, LocalDate asOf, Authority authority) {

    public OpenApproval {
        Objects.requireNonNull(subjectType, "subjectType");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(subjectHash, "subjectHash");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(gradeCode, "gradeCode");
        Objects.requireNonNull(asOf, "asOf");
        if (securedShare.signum() < 0 || securedShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not a share: " + securedShare);
        }
        madeBy = Set.copyOf(madeBy);
        validatedBy = Set.copyOf(validatedBy);
    }

    /** Nobody of those who made it may decide, whatever the policy says. */
    public OpenApproval(String subjectType, String subjectId, String subjectHash, Money amount, Money exposure, String gradeCode,
                        BigDecimal securedShare, boolean straightThroughEligible, Set<PersonId> madeBy, LocalDate asOf, Authority authority) {
        this(subjectType, subjectId, subjectHash, amount, exposure, gradeCode, securedShare, straightThroughEligible, madeBy, Set.of(), asOf, authority);
    }

    /** The same case, where these of its makers only validated or assessed. */
    public OpenApproval validatedBy(Set<PersonId> validators) {
        return new OpenApproval(subjectType, subjectId, subjectHash, amount, exposure, gradeCode, securedShare, straightThroughEligible, madeBy,
                validators, asOf, authority);
    }

    /** The same case, whose last word is at least that tier's, whatever the table says. */
    public OpenApproval atLeast(Tier least) {
        Tier higher = authority.atLeast().compareTo(least) < 0 ? least : authority.atLeast();
        return new OpenApproval(subjectType, subjectId, subjectHash, amount, exposure, gradeCode, securedShare, straightThroughEligible, madeBy,
                validatedBy, asOf, new Authority(authority.policy(), authority.question(), higher));
    }

    /** Who may not decide. */
    Set<PersonId> barred(CaseRules.FourEyes fourEyes) {
        return fourEyes == CaseRules.FourEyes.STRICT ? madeBy
                : madeBy.stream().filter(person -> !validatedBy.contains(person)).collect(Collectors.toUnmodifiableSet());
    }

    /** A case that grants credit: policy {@code approval-authority} asks for amount, exposure, grade and security. */
    public OpenApproval(String subjectType, String subjectId, String subjectHash, Money amount, Money exposure, String gradeCode,
                        BigDecimal securedShare, boolean straightThroughEligible, Set<PersonId> madeBy, LocalDate asOf) {
        this(subjectType, subjectId, subjectHash, amount, exposure, gradeCode, securedShare, straightThroughEligible, madeBy, asOf,
                new Authority(Tier.POLICY, Tier.question(amount, exposure, gradeCode, securedShare, straightThroughEligible)));
    }

    /** A case without security. */
    public OpenApproval(String subjectType, String subjectId, String subjectHash, Money amount, Money exposure, String gradeCode,
                        boolean straightThroughEligible, Set<PersonId> madeBy, LocalDate asOf) {
        this(subjectType, subjectId, subjectHash, amount, exposure, gradeCode, BigDecimal.ZERO, straightThroughEligible, madeBy, asOf);
    }

    /**
     * The letter of authority for a kind of case.
     *
     * @param policy   a table whose one row says {@code tier} and may say {@code firstTier}, where the ladder starts
     * @param question exactly what it asks for
     * @param atLeast  the lowest tier that may have the last word, whatever the table says
     */
    public record Authority(String policy, Map<String, Object> question, Tier atLeast) {

        public Authority {
            question = Map.copyOf(question);
            Objects.requireNonNull(atLeast, "atLeast");
        }

        public Authority(String policy, Map<String, Object> question) {
            this(policy, question, Tier.STRAIGHT_THROUGH);
        }

        /** The tier that has the last word. */
        public Tier tier(PolicyDecision said, boolean straightThroughEligible) {
            Tier named = Tier.named(said, straightThroughEligible);
            return named.compareTo(atLeast) < 0 ? atLeast : named;
        }

        /** The tier that has the last word by the table of a day, of what is never decided without a person. */
        public Tier tier(PolicyBook policies, LocalDate day) {
            return tier(policies.evaluate(policy, day, question), false);
        }

        /** The tiers that have to decide, in order: from the credit manager, or from where the table lets the ladder start. */
        List<Tier> ladder(PolicyDecision said, boolean straightThroughEligible) {
            boolean starts = said.rows().size() == 1 && said.only().says("firstTier");
            return Tier.ladder(starts ? Tier.valueOf(said.only().text("firstTier")) : Tier.CREDIT_MANAGER, tier(said, straightThroughEligible));
        }
    }
}
