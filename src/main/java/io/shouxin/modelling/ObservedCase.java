package io.shouxin.modelling;

import java.util.Map;

/**
 * A case on file whose end is known.
 *
 * @param population what the case was judged on; cases of different populations have different facts
 * @param facts      what was known of it beforehand, as decimal text or code; empty text where unknown or undefined
 * @param bad        it ended badly
 */
public record ObservedCase(String population, Map<String, String> facts, boolean bad) {
}
