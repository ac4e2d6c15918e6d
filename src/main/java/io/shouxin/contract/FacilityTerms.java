package io.shouxin.contract;

import io.shouxin.kernel.Rate;
import java.math.BigDecimal;
import java.util.List;

/**
 * The commercial terms of one facility (额度合同条件).
 *
 * @param basis           null for trade credit, which bears no interest, as are all fields up to {@code repayment}
 * @param baseRate        e.g. {@code LPR1Y}; null for a fixed rate, as are base and points and the months of a reset
 * @param base            the prime rate on the day of the offer
 * @param points          basis points above it, negative below; with decimals where the approved rate has them
 * @param resetMonths     the rate follows the prime rate anew so many months after drawing, and again
 * @param rate            yearly rate on the day of the offer: what base and points come to
 * @param paymentTermDays days to pay after delivery; null for lending
 * @param feeRate         arrangement fee as a fraction of the facility, paid once; zero for none
 * @param otherRepayments what may be chosen instead
 */
public record FacilityTerms(int position, RateBasis basis, String baseRate, Rate base, BigDecimal points, Integer resetMonths, Rate rate,
                            RepaymentType repayment, List<RepaymentType> otherRepayments, Integer paymentTermDays, Rate feeRate) {

    public FacilityTerms {
        otherRepayments = otherRepayments == null ? List.of() : List.copyOf(otherRepayments);
    }

    /** @param given concession; what it leaves null stays */
    FacilityTerms conceding(Concession given) {
        Rate cheaper = given.rate() == null ? rate : given.rate();
        return new FacilityTerms(position, basis, baseRate, base, base == null ? points : TermSheet.points(cheaper, base), resetMonths, cheaper,
                given.repayment() == null ? repayment : given.repayment(), otherRepayments,
                given.paymentTermDays() == null ? paymentTermDays : given.paymentTermDays(), feeRate);
    }
}
