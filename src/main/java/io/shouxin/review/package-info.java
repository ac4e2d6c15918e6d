/** Floor 8: when which customer is looked at again, and what comes of it (定期复评). */
@ApplicationModule(displayName = "Review",
        allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "customer", "rating", "limit", "approval", "adjustment", "contract", "policyexception"})
package io.shouxin.review;

import org.springframework.modulith.ApplicationModule;
