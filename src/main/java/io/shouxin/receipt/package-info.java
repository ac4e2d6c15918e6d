/** Floor 8: decision receipts, signed and checked without a database, and the check of everything that was decided. */
@ApplicationModule(displayName = "Receipt", allowedDependencies = {"kernel", "audit", "identity", "policy", "customer", "document", "rating", "limit",
    "approval", "origination", "contract", "policyexception"})
package io.shouxin.receipt;

import org.springframework.modulith.ApplicationModule;
