package io.shouxin.rating;

import io.shouxin.kernel.Money;

/**
 * An individual's income and burden, proved by documents.
 *
 * @param yearlyIncome      after tax, positive or zero
 * @param yearlyDebtService interest and instalments due within a year on all present debts
 * @param netAssets         assets less debts; may be negative
 * @param yearsInOccupation full years in the present job or trade, 0 or more
 * @param home              how he lives
 */
public record PersonalFinances(Money yearlyIncome, Money yearlyDebtService, Money netAssets, int yearsInOccupation, Home home) {

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
