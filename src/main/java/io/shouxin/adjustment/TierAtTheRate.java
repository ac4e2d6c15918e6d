package io.shouxin.adjustment;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.Tier;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether those who approved something in a foreign currency still have the authority for it on the day it takes effect (汇率变动后的审批权限):
 * their tiers are measured in yuan, and the rate may have moved since.
 */
@Component
class TierAtTheRate {

    private final ApprovalDesk approvals;
    private final PolicyBook policies;
    private final BusinessClock clock;

    TierAtTheRate(ApprovalDesk approvals, PolicyBook policies, BusinessClock clock) {
        this.approvals = approvals;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param authority the letter of authority, asked with the amounts at today's rate */
    Optional<Refusal> refusal(String subjectType, String number, String sha256, OpenApproval.Authority authority) {
        Tier needed = authority.tier(policies, clock.today());
        Tier decided = approvals.history(subjectType, number).stream().filter(past -> past.status() == ApprovalStatus.APPROVED && past.subjectHash().equals(sha256))
                .reduce((older, newer) -> newer).map(ApprovalCaseView::currentTier).orElse(Tier.STRAIGHT_THROUGH);
        return needed.compareTo(decided) <= 0 ? Optional.empty() : Optional.of(Refusal.of("RATE_MOVED_ABOVE_TIER").at("account")
                .with("needed", "tier." + needed).with("decided", "tier." + decided));
    }
}
