/** Floor 1: messages from the bank to people, in an inbox and, where they want it, by e-mail through an outbox. */
@ApplicationModule(displayName = "Notification", allowedDependencies = "kernel")
package io.shouxin.notification;

import org.springframework.modulith.ApplicationModule;
