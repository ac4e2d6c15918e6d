package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.time.LocalDate;

/**
 * A reservation, open or ended; it ends once.
 *
 * @param confirmed what became committed; zero unless {@code status} is {@code CONFIRMED}
 * @param expiresOn last day it holds
 */
public record ReservationView(ReservationId id, CustomerId customer, String subject, ReservationPurpose purpose, Money amount,
                              Money confirmed, Status status, LocalDate expiresOn) {

    /** 预占状态 */
    public enum Status { OPEN, CONFIRMED, RELEASED, EXPIRED }
}
