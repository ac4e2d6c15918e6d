package io.shouxin.identity;

import io.shouxin.kernel.EntityCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A company of the lending group that grants credit (授信主体). All grant under one policy and share one limit ledger.
 *
 * @param parent     the company above; empty for the head office, which sees all
 * @param activeFrom first day on which it takes applications
 * @param activeTo   last day on which it does; empty while there is none. Its cases and facilities go on after it
 */
public record GrantingEntity(EntityCode code, String nameZh, String nameEn, Optional<EntityCode> parent, LocalDate activeFrom,
                             Optional<LocalDate> activeTo) {

    public boolean isHeadOffice() {
        return parent.isEmpty();
    }

    /** Takes applications on that day. */
    public boolean grantsOn(LocalDate day) {
        return !day.isBefore(activeFrom) && activeTo.filter(day::isAfter).isEmpty();
    }
}
