package io.shouxin.monitoring;

/**
 * A further breach joined an open case, and its proposal weighs more than that of the change or review under way.
 *
 * @param breach   the case as it stands now
 * @param earlier  what was proposed before
 */
public record BreachGrewHeavier(BreachCaseView breach, BreachProposal earlier) {
}
