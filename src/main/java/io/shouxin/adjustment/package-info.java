/**
 * Floor 4: how limits are changed after they were granted (额度调整): raised, lowered, suspended, resumed, and exceeded for a
 * while, each by rule and with an approval of its own.
 */
@ApplicationModule(displayName = "Adjustment",
        allowedDependencies = {"kernel", "identity", "audit", "policy", "customer", "rating", "limit", "approval"})
package io.shouxin.adjustment;

import org.springframework.modulith.ApplicationModule;
