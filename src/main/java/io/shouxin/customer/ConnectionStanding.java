package io.shouxin.customer;

import java.util.List;

/**
 * What the graph says about a customer that a decision must know (关联状况).
 *
 * @param unconfirmed     detected connections nobody has answered yet (疑似关联)
 * @param circles         listed circles he stands in
 * @param guaranteeCircle stands in a circle of guarantees, listed or not
 * @param crossHolding    stands in a circle of shareholdings, listed or not
 */
public record ConnectionStanding(List<GroupProposal> unconfirmed, List<Circle> circles, boolean guaranteeCircle, boolean crossHolding) {

    public ConnectionStanding {
        unconfirmed = List.copyOf(unconfirmed);
        circles = List.copyOf(circles);
    }
}
