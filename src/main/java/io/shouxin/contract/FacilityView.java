package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import java.time.LocalDate;

/**
 * A facility with what is left of it, as the limit ledger says now.
 *
 * @param available what can be used today: zero unless {@link FacilityStatus#ACTIVE} and within its validity
 * @param validTo   last day of validity
 */
public record FacilityView(FacilityId id, AgreementId agreement, ApplicationId application, CustomerId customer, String customerName,
                           String product, String kind, Money amount, Money available, Money utilised, Money reserved, Rate rate,
                           int tenorMonths, int paymentTermDays, LocalDate validFrom, LocalDate validTo, FacilityStatus status) {
}
