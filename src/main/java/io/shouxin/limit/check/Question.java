package io.shouxin.limit.check;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.CreditUse;
import io.shouxin.limit.LimitAccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question that could be read and makes sense in itself.
 *
 * @param callOffs in the order of their days; one of the whole amount on the day itself where none was given
 * @param reserve  empty for a check that holds nothing
 */
public record Question(CustomerId customer, CreditUse use, Money amount, LocalDate day, Optional<String> product, Optional<LimitAccountId> account,
                       String paymentTerm, List<Part> callOffs, Money prepaid, OrderRisk risk, Optional<Reserve> reserve) {

    public record Part(LocalDate day, Money amount) {
    }

    public record Reserve(String orderNumber, LocalDate expiresOn) {
    }
}
