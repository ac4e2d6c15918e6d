/**
 * Floor 2: statistical models (评分模型开发). Reads a table of past cases with their outcome, groups each factor into bins,
 * ranks factors by information value, fits a logistic regression, scales it to a scorecard and measures on cases it was
 * not trained on how well it tells good from bad. What comes out is a draft: a decision table nobody has published.
 *
 * <p>Binary fractions are allowed in here: these are statistics, not money. Points leave the module as decimals.
 */
@ApplicationModule(displayName = "Modelling", allowedDependencies = {"kernel", "identity"})
package io.shouxin.modelling;

import org.springframework.modulith.ApplicationModule;
