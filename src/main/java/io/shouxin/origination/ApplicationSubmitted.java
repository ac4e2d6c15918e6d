package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;

/** The customer handed the application in; the policies of {@code policyAsOf} hold for it from now on. */
public record ApplicationSubmitted(ApplicationId applicationId, CustomerId customerId, LocalDate policyAsOf) {
}
