package io.shouxin.contract;

import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantText;
import io.shouxin.origination.ProposedFacility;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commercial terms that are offered and contracted beside what was approved (合同条件): pricing, fees, repayment, covenants. Approved is
 * the most the bank takes and the least it gives; a sheet may be milder only inside somebody's authority to negotiate.
 *
 * @param covenants   codes of what the customer undertakes, in sheets of the days when covenants had no terms; label under {@code covenant.CODE};
 *                    null since
 * @param undertakings what the customer undertakes (约定事项), as it is tested afterwards; null in those older sheets
 */
public record TermSheet(List<FacilityTerms> facilities, List<String> covenants, List<Covenant> undertakings) {

    public TermSheet {
        facilities = List.copyOf(facilities);
        covenants = covenants == null ? null : List.copyOf(covenants);
        undertakings = undertakings == null ? null : List.copyOf(undertakings);
    }

    Optional<FacilityTerms> of(int position) {
        return facilities.stream().filter(terms -> terms.position() == position).findFirst();
    }

    /** What is tested afterwards; nothing in older sheets. */
    public List<Covenant> tested() {
        return undertakings == null ? List.of() : undertakings;
    }

    /** What the customer undertakes, a sentence each, as people read it. */
    public List<String> undertaken(Wording wording, Locale language) {
        return undertakings == null ? covenants.stream().map(code -> wording.of("covenant." + code, language)).toList()
                : undertakings.stream().map(covenant -> CovenantText.asked(covenant, wording, language)).toList();
    }

    TermSheet undertaking(List<Covenant> others) {
        return new TermSheet(facilities, null, others);
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
