/**
 * Floor 3: papers. The checklist of what a customer brings (资料清单), the documents themselves with their fingerprints
 * and retention dates, and the printer that turns the bank's texts into PDF.
 */
@ApplicationModule(displayName = "Document", allowedDependencies = {"kernel", "identity", "audit", "notification", "policy"})
package io.shouxin.document;

import org.springframework.modulith.ApplicationModule;
