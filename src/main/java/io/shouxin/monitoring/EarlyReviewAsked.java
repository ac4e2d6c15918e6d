package io.shouxin.monitoring;

/** Event: a breach asks for an early review of the customer; published in the transaction that opens its case. */
public record EarlyReviewAsked(BreachCaseView breach) {
}
