package io.shouxin.limit.ledger;

import java.math.BigDecimal;

/**
 * What stands on an account, all in its currency.
 *
 * @param provisional the part of {@code reserved} that is for new credit and doesn't count against the account's own ceiling
 * @param setAside    unused ceilings of ring-fenced children
 * @param ofParts     facilities and their parts only: what of {@code utilised} is used by parts below, and only repaid there
 * @param excess      by how much more is held than the ceiling allows, which only exchange rates and the end of a temporary
 *                    exception bring about
 */
public record Balances(BigDecimal reserved, BigDecimal provisional, BigDecimal committed, BigDecimal utilised, BigDecimal setAside,
                       BigDecimal ofParts, BigDecimal excess) {

    public static final Balances NONE = new Balances(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Balances reserve(BigDecimal by, BigDecimal provisionalBy) {
        return new Balances(reserved.add(by), provisional.add(provisionalBy), committed, utilised, setAside, ofParts, excess);
    }

    Balances commit(BigDecimal by) {
        return new Balances(reserved, provisional, committed.add(by), utilised, setAside, ofParts, excess);
    }

    Balances use(BigDecimal by) {
        return new Balances(reserved, provisional, committed, utilised.add(by), setAside, ofParts, excess);
    }

    /** As a child's share in this account and what is set aside for the child change. */
    Balances take(Share by, BigDecimal setAsideBy) {
        return new Balances(reserved.add(by.reserved()), provisional, committed.add(by.committed()), utilised.add(by.utilised()),
                setAside.add(setAsideBy), ofParts, excess);
    }

    /** As parts below use more or less. */
    Balances usedByParts(BigDecimal by) {
        return new Balances(reserved, provisional, committed, utilised, setAside, ofParts.add(by), excess);
    }

    Balances exceeding(BigDecimal amount) {
        return new Balances(reserved, provisional, committed, utilised, setAside, ofParts, amount);
    }
}
