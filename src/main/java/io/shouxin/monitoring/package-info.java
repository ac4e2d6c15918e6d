/**
 * Floor 7: what is watched while a facility lives (贷后监测): covenants and their tests, deferrals and waivers, and what a breach leads to.
 */
@ApplicationModule(displayName = "Monitoring",
        allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "customer", "deadline", "document", "rating", "limit", "approval", "adjustment", "origination", "contract"})
package io.shouxin.monitoring;

import org.springframework.modulith.ApplicationModule;
