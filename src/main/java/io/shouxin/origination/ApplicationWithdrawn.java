package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;

/** The customer took the application back; published in the transaction that withdrew it, before it commits. */
public record ApplicationWithdrawn(ApplicationId applicationId, CustomerId customerId, PersonId by) {
}
