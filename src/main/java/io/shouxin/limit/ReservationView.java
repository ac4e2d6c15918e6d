package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A reservation, open or ended; it ends once.
 *
 * @param account   a customer, whose headroom is held for a facility to come, or a facility (or part of one), of which an order is held
 * @param product   code of the product it is for, if one was named
 * @param confirmed what became committed, or used; zero unless {@code status} is {@code CONFIRMED}
 * @param expiresOn last day it holds
 */
public record ReservationView(ReservationId id, LimitAccountId account, String subject, ReservationPurpose purpose, Optional<String> product,
                              Money amount, Money confirmed, Status status, LocalDate expiresOn) {

    /** 预占状态 */
    public enum Status { OPEN, CONFIRMED, RELEASED, EXPIRED }

    /** The same reservation once it has ended. */
    public ReservationView ended(Status how, Money confirmedOfIt) {
        return new ReservationView(id, account, subject, purpose, product, amount, confirmedOfIt, how, expiresOn);
    }
}
