/** Floor 1: messages from the bank to people, kept in an inbox. */
@ApplicationModule(displayName = "Notification", allowedDependencies = "kernel")
package io.shouxin.notification;

import org.springframework.modulith.ApplicationModule;
