/** Floor 1: the append-only trail of who did what to which business object, and why. */
@ApplicationModule(displayName = "Audit", allowedDependencies = "kernel")
package io.shouxin.audit;

import org.springframework.modulith.ApplicationModule;
