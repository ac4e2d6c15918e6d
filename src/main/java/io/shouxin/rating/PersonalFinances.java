package io.shouxin.rating;

import io.shouxin.kernel.Money;
import java.util.Objects;

/**
 * An individual's income and burden in renminbi, proved by documents.
 *
 * @param yearlyIncome      after tax, zero or more
 * @param yearlyDebtService interest and instalments due within a year on all present debts, zero or more
 * @param netAssets         assets less debts; may be negative
 * @param yearsInOccupation full years in the present job or trade, 0 or more
 * @param home              how he lives
 */
public record PersonalFinances(Money yearlyIncome, Money yearlyDebtService, Money netAssets, int yearsInOccupation, Home home) {

    /** @throws IllegalArgumentException when a negative amount or another currency is given where none can be */
    public PersonalFinances {
        Objects.requireNonNull(home, "home");
        if (yearlyIncome.isNegative() || yearlyDebtService.isNegative() || yearsInOccupation < 0) {
            throw new IllegalArgumentException("income, debt service and years are zero or more");
        }
        if (!yearlyIncome.currency().equals(Money.CNY) || !yearlyDebtService.currency().equals(Money.CNY)
                || !netAssets.currency().equals(Money.CNY)) {
            throw new IllegalArgumentException("personal finances are stated in CNY");
        }
    }

    /** Housing (居住状况). */
    public enum Home {
        /** 自有. */
        OWNED,
        /** 按揭. */
        MORTGAGED,
        /** 与家人同住. */
        WITH_FAMILY,
        /** 租住. */
        RENTED
    }
}
