package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import java.util.List;

/** The application ended without a facility; its reservation is released and its letter stored. */
public record ApplicationClosed(ApplicationId applicationId, CustomerId customerId, ApplicationStatus status, List<String> reasonCodes) {
}
