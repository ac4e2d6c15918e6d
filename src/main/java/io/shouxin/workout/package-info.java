/**
 * Floor 8: what becomes of credit that is not repaid (不良处置): write-offs, decided by the committee, and what is recovered after them.
 */
@ApplicationModule(displayName = "Workout", allowedDependencies = {"kernel", "identity", "audit", "customer", "document", "rating", "limit",
    "approval", "origination", "contract"})
package io.shouxin.workout;

import org.springframework.modulith.ApplicationModule;
