package io.shouxin.limit.ledger;

import java.math.BigDecimal;

/** What an account counts for in its parent, in the parent's currency. */
public record Share(BigDecimal reserved, BigDecimal committed, BigDecimal utilised) {

    static final Share NONE = new Share(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Share minus(Share other) {
        return new Share(reserved.subtract(other.reserved), committed.subtract(other.committed), utilised.subtract(other.utilised));
    }

    boolean isNone() {
        return reserved.signum() == 0 && committed.signum() == 0 && utilised.signum() == 0;
    }
}
