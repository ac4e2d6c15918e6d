/** Floor 0: words every module shares: money, rates, refusals, typed ids and the one clock. */
@ApplicationModule(displayName = "Kernel", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package io.shouxin.kernel;

import org.springframework.modulith.ApplicationModule;
