package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import java.util.Optional;

/**
 * A customer a market signal concerns, and what it suggests for him.
 *
 * @param ceiling  his ceiling now
 * @param kind     empty if the policy or his limits give no ground for a change
 * @param proposed the ceiling suggested; empty for a suspension
 * @param open     the change of that kind that is open already
 */
public record ConcernedCustomer(CustomerId customer, String name, Optional<Money> ceiling, Optional<LimitChangeKind> kind,
                                Optional<Money> proposed, Optional<LimitChangeId> open) {
}
