/**
 * Floor 10: the only module that knows the process engine. Thin delegates call one desk each; form commands turn what a
 * person submits into a desk's command; nobody calls this module.
 */
@ApplicationModule(displayName = "Workflow")
package io.shouxin.workflow;

import org.springframework.modulith.ApplicationModule;
