package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.Optional;

/**
 * What stood on an account at some past time.
 *
 * @param ceiling empty if it was undefined
 */
public record PastBalancesView(LimitAccountId account, Optional<Money> ceiling, Money reserved, Money committed, Money utilised,
                               Money setAside, Money excess) {
}
