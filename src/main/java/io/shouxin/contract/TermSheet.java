package io.shouxin.contract;

import io.shouxin.kernel.Rate;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.ProposedFacility;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The commercial terms that are offered and contracted beside what was approved (合同条件): pricing, fees, repayment, covenants. Approved is
 * the most the bank takes and the least it gives; a sheet may be milder only inside somebody's authority to negotiate.
 *
 * @param covenants codes of what the customer undertakes; label under {@code covenant.CODE}
 */
public record TermSheet(List<FacilityTerms> facilities, List<String> covenants) {

    public TermSheet {
        facilities = List.copyOf(facilities);
        covenants = List.copyOf(covenants);
    }

    Optional<FacilityTerms> of(int position) {
        return facilities.stream().filter(terms -> terms.position() == position).findFirst();
    }

    /** The approved facilities with the rate and payment term that are contracted. */
    List<ProposedFacility> contracted(ApprovedTerms approved) {
        return approved.facilities().stream().map(line -> of(line.position()).map(terms -> new ProposedFacility(line.position(), line.kind(),
                line.product(), line.requested(), line.amount(), line.tenorMonths(), line.revolving(), terms.rate(), terms.paymentTermDays(),
                line.purpose(), line.security())).orElse(line)).toList();
    }

    /** Basis points between two rates. */
    static BigDecimal points(Rate rate, Rate base) {
        BigDecimal points = rate.fraction().subtract(base.fraction()).movePointRight(4).stripTrailingZeros();
        return points.scale() < 0 ? points.setScale(0) : points;
    }
}
