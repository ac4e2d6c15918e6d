/**
 * Floor 5: from the approved terms to the active facility: offer, agreement, signatures, conditions precedent, and the
 * book of facilities (授信额度台账).
 */
@ApplicationModule(displayName = "Contract",
        allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "customer", "document", "limit", "approval", "origination"})
package io.shouxin.contract;

import org.springframework.modulith.ApplicationModule;
