/**
 * Floor 1: the policy book (政策手册). Which version of which decision table is in force on a day, the log of every
 * evaluation, and the port to the engine that evaluates the tables.
 */
@ApplicationModule(displayName = "Policy", allowedDependencies = "kernel")
package io.shouxin.policy;

import org.springframework.modulith.ApplicationModule;
