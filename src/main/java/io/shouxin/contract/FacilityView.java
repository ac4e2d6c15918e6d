package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.FacilityKind;
import java.time.LocalDate;

/**
 * A facility with what is left of it, as the limit ledger says now.
 *
 * @param entity    granting entity that lends
 * @param available what can be used today: zero unless {@link FacilityStatus#ACTIVE} and within its validity
 * @param rate      yearly interest; null for trade credit
 * @param paymentTermDays days from delivery to payment; null for lending
 * @param validTo   last day of validity
 */
public record FacilityView(FacilityId id, AgreementId agreement, ApplicationId application, CustomerId customer, EntityCode entity, String customerName,
                           String product, FacilityKind kind, Money amount, Money available, Money utilised, Money reserved, Rate rate,
                           int tenorMonths, Integer paymentTermDays, LocalDate validFrom, LocalDate validTo, FacilityStatus status) {
}
