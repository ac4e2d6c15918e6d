/**
 * Floor 2: who the bank's customers are, and the facts they are judged on: register, relations between parties, connected groups, financial
 * statements, existing debt at all lenders, VAT invoices, credit reports and other facts.
 */
@ApplicationModule(displayName = "Customer", allowedDependencies = {"kernel", "identity", "audit", "policy"})
package io.shouxin.customer;

import org.springframework.modulith.ApplicationModule;
