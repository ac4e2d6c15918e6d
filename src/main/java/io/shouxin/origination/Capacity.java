package io.shouxin.origination;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a customer can bear by each constraint that depends on his grade or the bank's parameters (偿债能力), in yuan; may be below zero.
 * Worked out from the figures of the case, or again from those kept with its proposal.
 */
final class Capacity {

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    private final UnderwritingFacts facts;
    private final BigDecimal otherExposure;

    /** @param otherExposure what is lent to the customer besides, in yuan */
    Capacity(UnderwritingFacts facts, BigDecimal otherExposure) {
        this.facts = facts;
        this.otherExposure = otherExposure;
    }

    BigDecimal ofCashFlow(BigDecimal operatingCashFlow, BigDecimal existingDebt) {
        return operatingCashFlow.divide(facts.parameters().debtServiceCoverage(), PRECISE).divide(yearlyService(), PRECISE)
                .subtract(existingDebt).multiply(facts.grade().limitFactor()).subtract(otherExposure);
    }

    BigDecimal ofIncome(BigDecimal yearlyIncome, BigDecimal yearlyDebtService) {
        return yearlyIncome.multiply(facts.parameters().debtToIncome()).subtract(yearlyDebtService).divide(yearlyService(), PRECISE)
                .multiply(facts.grade().limitFactor()).subtract(otherExposure);
    }

    BigDecimal ofNetAssets(BigDecimal netAssets) {
        return netAssets.multiply(facts.grade().netAssetMultiple()).subtract(otherExposure);
    }

    BigDecimal ofInvoicedSales(BigDecimal sales12m) {
        return sales12m.multiply(facts.parameters().invoiceSalesShare()).multiply(facts.grade().limitFactor()).subtract(otherExposure);
    }

    /** Part of a debt that falls due within a year when it is repaid evenly, with interest. */
    private BigDecimal yearlyService() {
        return BigDecimal.ONE.divide(facts.repaymentYears(), PRECISE).add(facts.testRate());
    }
}
