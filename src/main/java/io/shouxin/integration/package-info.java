/** Floor 9: how the outside meets the bank: refusals on the wire, the case file for forms, API documentation. */
@ApplicationModule(displayName = "Integration")
package io.shouxin.integration;

import org.springframework.modulith.ApplicationModule;
