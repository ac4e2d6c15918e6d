package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * A whole tree of limits (额度地图): what each level may take, holds and has left.
 *
 * @param root      the account at the top, with all below it
 * @param asked     the account that was asked for
 * @param truncated true if some accounts are left out, see {@link Node#leftOut}
 */
public record HeadroomMapView(Node root, LimitAccountId asked, boolean truncated) {

    /**
     * One account.
     *
     * @param account      its balances
     * @param sharesWith   of an account without a ceiling the one above whose ceiling it shares; empty if there is none
     * @param carried      of an account in another currency than its parent's what it counts for there
     * @param stoppedBy    the account in its line that takes nothing new: closed, expired or suspended
     * @param freeForIt    the most that every level of its line has room for, zero if stopped; empty if none has a ceiling, or if
     *                     {@code rateMissing}
     * @param binding      the level that allows no more than {@code freeForIt}
     * @param rateMissing  true if an exchange rate is missing that would tell {@code freeForIt}
     * @param reservations open ones of its own, those that end first, first
     * @param moreReservations how many open ones are left out
     * @param children     in the order of opening, the one asked for before the others
     * @param leftOut      how many children are left out
     */
    public record Node(LimitAccountView account, Optional<LimitAccountId> sharesWith, Optional<Carried> carried,
                       Optional<LimitAccountId> stoppedBy, Optional<Money> freeForIt, Optional<LimitAccountId> binding, boolean rateMissing,
                       List<ReservationView> reservations, int moreReservations, List<Node> children, int leftOut) {

        public Node {
            reservations = List.copyOf(reservations);
            children = List.copyOf(children);
        }
    }

    /** What an account counts for in its parent, in the parent's currency. */
    public record Carried(Money reserved, Money committed, Money utilised) {
    }
}
