@ApplicationModule(allowedDependencies = {})
package io.shouxin.architecture.sample.ground;

import org.springframework.modulith.ApplicationModule;
