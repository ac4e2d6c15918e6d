package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answer to a credit check (用信查询结论).
 *
 * @param obstacle      what stands in the way; empty if the answer is yes
 * @param counted       what of the amount counts against the limit, in the currency of the question
 * @param ignored       the parts that don't, and why
 * @param policyVersion of policy {@code order-risk}
 * @param account       the account that answered; empty if there is none, or none was asked
 * @param levels        the account and all above it, root first, as they stand on the day
 * @param binding       the level asked that has least room
 * @param prepay        what must be paid before; zero unless the answer is {@code YES_IF_PREPAID}
 * @param steps         what can be done about it, and by whom
 * @param reservation   what was held, if that was asked for
 */
public record CreditAnswer(CustomerId customer, CreditUse use, LocalDate day, String paymentTerm, CreditDecision decision,
                           Optional<Refusal> obstacle, Money amount, Money counted, List<Ignored> ignored, String policyVersion,
                           Optional<LimitAccountId> account, List<Level> levels, Optional<LimitAccountId> binding, Money prepay,
                           List<Step> steps, Optional<Held> reservation) {

    private static final Set<LimitLevel> OF_THE_GROUP = Set.of(LimitLevel.GROUP, LimitLevel.POOL);
    private static final Set<LimitLevel> SUMS = Set.of(LimitLevel.GROUP, LimitLevel.POOL, LimitLevel.CUSTOMER);

    public CreditAnswer {
        ignored = List.copyOf(ignored);
        levels = List.copyOf(levels);
        steps = List.copyOf(steps);
    }

    /** @param reasonCode with its words under {@code reason.CODE} */
    public record Ignored(Money amount, String reasonCode) {
    }

    /**
     * One level on the day.
     *
     * @param ceiling of a facility its size; empty if there is none
     * @param used  held for orders and drawn; of group, pool and customer what is reserved and committed
     * @param room  top of that day less what is held, reservations that end before it not counted; empty if there is no ceiling
     * @param asked whether this use takes room of the level: a facility's size is counted in the levels above it already
     */
    public record Level(LimitAccountId account, LimitAccountStatus status, Optional<Money> ceiling, Money used, Optional<Money> room,
                        boolean asked) {
    }

    /** @param amount empty where the step has none */
    public record Step(Kind kind, Optional<Money> amount, Actor by) {

        /** 下一步 */
        public enum Kind {
            PREPAY, REDUCE_TO, SETTLE, REQUEST_TEMPORARY_EXCEPTION, REQUEST_INCREASE, SETTLE_OR_RESUME, RENEW, APPLY, CHANGE_PRODUCTS, RENEW_POLICY_EXCEPTION,
            FULFIL_POLICY_EXCEPTION, ASK_OFFICER
        }

        /** 办理人: who can take the step. */
        public enum Actor {
            CUSTOMER, RELATIONSHIP_MANAGER, CREDIT_MANAGER,
            /** Who has the authority of the tier that approved. */
            APPROVER
        }
    }

    /** @param amount in the currency of the account */
    public record Held(ReservationId id, LimitAccountId account, Money amount, String orderNumber, LocalDate expiresOn) {
    }

    /**
     * As the customer's own people may read it: nothing of the group's levels. Where one of these binds, no figure tells how much room
     * it has; nor that the approval rests on a policy exception.
     */
    public CreditAnswer forTheFirm() {
        CreditAnswer own = hiding(OF_THE_GROUP);
        return own.obstacle.filter(refusal -> refusal.code().equals(FirstUse.LAPSED)).isEmpty() ? own
                : own.because(Refusal.of("FIRST_USE_NOT_CLEARED"), own.decision == CreditDecision.NO ? List.of(ASK) : List.of(own.steps.get(0), ASK));
    }

    /** The same for an officer of one granting entity who must not see what others granted: neither group nor customer as a whole. */
    public CreditAnswer withoutSums() {
        return hiding(SUMS);
    }

    private CreditAnswer hiding(Set<LimitLevel> hidden) {
        boolean above = binding.filter(level -> hidden.contains(level.level())).isPresent();
        List<Level> own = levels.stream().filter(level -> !hidden.contains(level.account().level())).toList();
        boolean toldAbove = obstacle.map(refusal -> refusal.arguments().getOrDefault("account", ""))
                .filter(account -> hidden.stream().anyMatch(level -> account.startsWith(level + ":"))).isPresent();
        if (!above && !toldAbove) {
            return new CreditAnswer(customer, use, day, paymentTerm, decision, obstacle, amount, counted, ignored, policyVersion, account, own,
                    binding, prepay, steps, reservation);
        }
        Money allOfIt = prepay.isPositive() ? ignored.stream().filter(part -> !part.reasonCode().startsWith("RISK_")).map(Ignored::amount)
                .reduce(amount, Money::minus) : prepay;
        List<Step> plain = decision == CreditDecision.YES ? steps : decision == CreditDecision.NO ? List.of(ASK)
                : List.of(new Step(Step.Kind.PREPAY, Optional.of(allOfIt), Step.Actor.CUSTOMER), ASK);
        return new CreditAnswer(customer, use, day, paymentTerm, decision, obstacle.map(refusal -> Refusal.of("LEVEL_ABOVE_HAS_NO_ROOM")), amount,
                counted, ignored, policyVersion, account, own, Optional.empty(), allOfIt, plain, reservation);
    }

    private CreditAnswer because(Refusal other, List<Step> otherSteps) {
        return new CreditAnswer(customer, use, day, paymentTerm, decision, Optional.of(other), amount, counted, ignored, policyVersion, account, levels,
                binding, prepay, otherSteps, reservation);
    }

    private static final Step ASK = new Step(Step.Kind.ASK_OFFICER, Optional.empty(), Step.Actor.RELATIONSHIP_MANAGER);

    /** The same with what was held for it. */
    public CreditAnswer holding(Held held) {
        return new CreditAnswer(customer, use, day, paymentTerm, decision, obstacle, amount, counted, ignored, policyVersion, account, levels,
                binding, prepay, steps, Optional.of(held));
    }
}
