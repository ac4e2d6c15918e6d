package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A financial statement as stored.
 *
 * @param differences where it does not articulate, empty when it does
 * @param explanation why an unbalanced statement is used all the same; null otherwise
 * @param comparatives how this report tells the period before again, see {@link StatementSheet#comparatives}
 */
public record StatementView(CustomerId customer, LocalDate periodEnd, int months, StatementBasis basis, String currency,
                            Map<StatementItem, BigDecimal> amounts, StatementStatus status,
                            List<StatementDifference> differences, String explanation, Instant recordedAt,
                            Map<StatementItem, BigDecimal> comparatives) {

    /** A statement that tells its own period only. */
    public StatementView(CustomerId customer, LocalDate periodEnd, int months, StatementBasis basis, String currency,
                         Map<StatementItem, BigDecimal> amounts, StatementStatus status, List<StatementDifference> differences,
                         String explanation, Instant recordedAt) {
        this(customer, periodEnd, months, basis, currency, amounts, status, differences, explanation, recordedAt, Map.of());
    }

    /** Final, or explained by an officer. Only such statements are used for a rating. */
    public boolean usable() {
        return status == StatementStatus.FINAL || status == StatementStatus.EXPLAINED;
    }

    /** Covers a whole year. */
    public boolean annual() {
        return months == 12;
    }

    /** The amount of an item in whole currency units, empty when it was not reported. */
    public Optional<BigDecimal> amount(StatementItem item) {
        return Optional.ofNullable(amounts.get(item));
    }
}
