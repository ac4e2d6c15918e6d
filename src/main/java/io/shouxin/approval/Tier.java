package io.shouxin.approval;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Money;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of the approval ladder (审批层级), lowest authority first. */
public enum Tier {
    /** 系统直通: small low-risk cases the policy lets pass without a person. */
    STRAIGHT_THROUGH(null),
    /** 授信经理 */
    CREDIT_MANAGER(Role.CREDIT_MANAGER),
    /** 高级授信经理 */
    SENIOR_CREDIT_MANAGER(Role.SENIOR_CREDIT_MANAGER),
    /** 风控总监 */
    RISK_DIRECTOR(Role.RISK_DIRECTOR),
    /** 审批委员会: five seats, majority, the chair's veto. */
    COMMITTEE(Role.COMMITTEE_MEMBER);

    private final Role role;

    Tier(Role role) {
        this.role = role;
    }

    /** Key of the policy that names the tier. */
    public static final String POLICY = "approval-authority";

    /**
     * The tier that decides in the end, as policy {@code approval-authority} says. Where it names none, or more than one, the highest
     * decides; what a person should look at never goes straight through.
     */
    public static Tier named(PolicyDecision authority, boolean straightThroughEligible) {
        Tier named = authority.rows().size() == 1 ? valueOf(authority.only().text("tier")) : COMMITTEE;
        return named == STRAIGHT_THROUGH && !straightThroughEligible ? CREDIT_MANAGER : named;
    }

    /** What the policy asks about a case. */
    public static Map<String, Object> question(Money amount, Money exposure, String grade, BigDecimal securedShare,
                                               boolean straightThroughEligible) {
        return Map.of("amount", amount.amount(), "exposure", exposure.amount().max(amount.amount()), "grade", grade,
                "securedShare", securedShare, "straightThroughEligible", straightThroughEligible);
    }

    /** The tiers from one up to another, none skipped; the last one alone where it lies below the first. */
    static List<Tier> ladder(Tier first, Tier last) {
        return last == STRAIGHT_THROUGH ? List.of(STRAIGHT_THROUGH)
                : Arrays.stream(values()).filter(tier -> tier == last || tier.compareTo(first) >= 0 && tier.compareTo(last) <= 0).toList();
    }

    /** The highest tier at which this person decides; empty for who is no approver. */
    static Optional<Tier> highestOf(Person person) {
        return Arrays.stream(values()).filter(tier -> tier.role != null && person.is(tier.role)).reduce((lower, higher) -> higher);
    }

    /** Whether one officer holds at every tier the authority of another: the same tier's or a higher one's; a seat only by a seat's role. */
    static boolean covers(Person delegate, Person principal) {
        return Arrays.stream(values()).filter(tier -> tier.role != null && principal.is(tier.role)).allMatch(tier -> tier == COMMITTEE
                ? delegate.is(tier.role) : tier.isWithin(delegate));
    }

    /** Whether this officer alone could decide at this tier or at a higher one below the committee. */
    public boolean isWithin(Person officer) {
        return Arrays.stream(values()).anyMatch(own -> own != COMMITTEE && own.role != null && own.compareTo(this) >= 0 && officer.is(own.role));
    }

    /** The tier above; empty above the committee. */
    Optional<Tier> above() {
        return this == COMMITTEE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The role whose holders decide at this tier; empty for {@link #STRAIGHT_THROUGH}. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }
}
