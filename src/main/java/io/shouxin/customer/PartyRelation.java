package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A relation between two parties as it is on file. It is never edited: it is ended, replaced by another, or annulled when it never held.
 *
 * @param id          number of the relation, e.g. {@code PR-2026-000012}
 * @param from        holder, person, who depends, guarantor; by the customer's number once an outside party has become a customer
 * @param percent     above 0 to 100 with at most six decimals, or null
 * @param detail      code of {@link RelationKind#details()}, number of the contract for a guarantee, or null
 * @param generations of relatives in direct or collateral line, 1 to 9, or null
 * @param amount      guaranteed sum, or null
 * @param validFrom   first day it holds
 * @param validTo     last day it holds, null while no end is known
 * @param replaces    number of the relation it took the place of, or null
 * @param annulled    entered by mistake: never held on any day
 */
public record PartyRelation(String id, RelationKind kind, PartyId from, PartyId to, BigDecimal percent, String detail, Integer generations,
                            BigDecimal amount, String currency, LocalDate validFrom, LocalDate validTo, String source, String evidence,
                            String replaces, boolean annulled, String endReason, PersonId endedBy, PersonId recordedBy, Instant recordedAt) {

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !annulled && !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    PartyRelation numbered(String number) {
        return new PartyRelation(number, kind, from, to, percent, detail, generations, amount, currency, validFrom, validTo, source, evidence,
                replaces, annulled, endReason, endedBy, recordedBy, recordedAt);
    }

    /** Whether it holds on a day of the span. @param last null for a span without end */
    boolean holdsWithin(LocalDate first, LocalDate last) {
        return !annulled && (validTo == null || !validTo.isBefore(first)) && (last == null || !validFrom.isAfter(last));
    }
}
