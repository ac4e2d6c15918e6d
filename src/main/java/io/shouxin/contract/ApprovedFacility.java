package io.shouxin.contract;

import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;

/**
 * One approved facility.
 *
 * @param line            number of the line in the application, from 1
 * @param facility        number the limit ledger reserved it under
 * @param product         product code, e.g. {@code WORKING_CAPITAL_LOAN}; label under {@code product.CODE}
 * @param kind            {@code LENDING} or {@code TRADE_CREDIT}
 * @param amount          ceiling of the facility
 * @param rate            yearly interest for lending; zero for trade credit
 * @param tenorMonths     validity of the facility from activation, 1 to 360
 * @param paymentTermDays days from invoice to payment for trade credit; 0 for lending
 * @param purpose         what the customer uses it for, in his words
 */
public record ApprovedFacility(int line, FacilityId facility, String product, String kind, Money amount, Rate rate, int tenorMonths,
                               int paymentTermDays, String purpose) {
}
