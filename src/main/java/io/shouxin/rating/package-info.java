/**
 * Floor 3: how likely a customer is to pay (信用评级). Financial ratios, scorecards as decision tables, the five grades and
 * the probability of default that goes with each.
 */
@ApplicationModule(displayName = "Rating", allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "customer", "modelling"})
package io.shouxin.rating;

import org.springframework.modulith.ApplicationModule;
