/** Floor 1: who works here and in which role; who is signed in; who may see which customer. */
@ApplicationModule(displayName = "Identity", allowedDependencies = "kernel")
package io.shouxin.identity;

import org.springframework.modulith.ApplicationModule;
