/** Floor 3: the limit ledger, which holds every ceiling, reservation, commitment and use, and can never be overdrawn. */
@ApplicationModule(displayName = "Limit", allowedDependencies = {"kernel", "identity", "policy", "customer"})
package io.shouxin.limit;

import org.springframework.modulith.ApplicationModule;
