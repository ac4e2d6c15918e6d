package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import java.util.List;

/**
 * The share of a proposed limit given to one requested facility.
 *
 * @param position        order in the application, from 1
 * @param revolving       what is repaid can be drawn again
 * @param rate            yearly interest rate; {@code null} for trade credit
 * @param paymentTermDays days to pay after delivery; {@code null} for lending
 */
public record ProposedFacility(int position, FacilityKind kind, String product, Money requested, Money amount, int tenorMonths,
                               boolean revolving, Rate rate, Integer paymentTermDays, String purpose, List<SecurityOffer> security) {

    public ProposedFacility {
        security = List.copyOf(security);
    }
}
