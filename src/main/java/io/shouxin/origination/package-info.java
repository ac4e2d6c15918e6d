/** Floor 4: the credit application from the first form to its letter, and the frozen credit proposal computed from it. */
@ApplicationModule(displayName = "Origination",
        allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "customer", "modelling", "document", "rating", "limit", "approval"})
package io.shouxin.origination;

import org.springframework.modulith.ApplicationModule;
