/** Floor 5: policy exceptions: which rule is set aside for a case, why, what makes up for it, who approved, until when. */
@ApplicationModule(displayName = "Policy exceptions",
        allowedDependencies = {"kernel", "identity", "audit", "policy", "customer", "document", "rating", "approval", "origination"})
package io.shouxin.policyexception;

import org.springframework.modulith.ApplicationModule;
