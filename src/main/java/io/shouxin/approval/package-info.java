/** Floor 3: who decides, in which order and by what majority; it decides cases and knows no loan. */
@ApplicationModule(displayName = "Approval", allowedDependencies = {"kernel", "identity", "audit", "policy"})
package io.shouxin.approval;

import org.springframework.modulith.ApplicationModule;
