package io.shouxin.adjustment;

/** Event: a rating or a market signal has opened a change of a limit for an officer to decide on. */
public record LimitChangeSuggested(LimitChangeView change) {
}
