package io.shouxin.adjustment;

/** Event: a rating, a market signal or a breach has opened a change of a limit for an officer to decide on. */
public record LimitChangeSuggested(LimitChangeView change) {
}
