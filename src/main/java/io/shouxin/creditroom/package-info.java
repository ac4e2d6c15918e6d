/**
 * Floor 2: the customer's credit room (授信协商室). Who was invited into it, by which link and until when, his sessions, his acceptance of
 * the credit policy, and what he says of the bank afterwards. What he does inside goes through the same desks as anybody else's acts.
 */
@ApplicationModule(displayName = "Credit room", allowedDependencies = {"kernel", "audit", "notification"})
package io.shouxin.creditroom;

import org.springframework.modulith.ApplicationModule;
