package io.shouxin.limit.ledger;

import io.shouxin.limit.LimitAccountStatus;
import java.math.BigDecimal;
import java.util.Optional;

/** The facility a command on it, or on a part of it, stands under. */
final class Facilities {

    private Facilities() {
    }

    /** Empty for a command on a customer or above. */
    static Optional<Account> facilityOf(Posting posting) {
        return posting.line(posting.leaf().id()).stream().filter(Account::isFacility).findFirst();
    }

    /**
     * What is repaid on a one-off or ended facility can't be drawn again, so its commitment falls with it; so does what is used of
     * temporary room that has ended.
     */
    static void lapseAfterRepayment(Posting posting, BigDecimal repaid) {
        Account facility = facilityOf(posting).orElseThrow();
        boolean redrawable = facility.revolving()
                && (facility.status() == LimitAccountStatus.ACTIVE || facility.status() == LimitAccountStatus.SUSPENDED);
        lapse(posting, facility, repaid, redrawable);
    }

    /** What is written off is never drawn again, whatever the facility; a customer who drew it on a ceiling of his own loses that room too. */
    static void lapseAfterWriteOff(Posting posting, BigDecimal written) {
        Account facility = facilityOf(posting).orElseThrow();
        BigDecimal before = posting.account(facility.parent()).balances().committed();
        lapse(posting, facility, written, false);
        Account customer = posting.account(facility.parent());
        if (!facility.ownLine() && customer.ceiling() != null) {
            posting.put(customer.ceilingBy(customer.balances().committed().subtract(before)));
        }
    }

    private static void lapse(Posting posting, Account facility, BigDecimal repaid, boolean redrawable) {
        boolean overTime = facility.temporaryTo() != null && posting.day().isAfter(facility.temporaryTo());
        BigDecimal ofTemporary = overTime ? facility.temporary().min(repaid) : BigDecimal.ZERO;
        if (ofTemporary.signum() > 0) {
            BigDecimal left = facility.temporary().subtract(ofTemporary);
            posting.put(facility.withTemporary(left, left.signum() == 0 ? null : facility.temporaryTo()));
        }
        Verbs.commit(posting, posting.account(facility.id()), (redrawable ? ofTemporary : repaid).negate());
    }
}
