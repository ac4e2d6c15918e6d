package io.shouxin.adjustment;

import io.shouxin.kernel.ExceptionId;

/** Event: an exception was ended otherwise than by the timer of its process, which has nothing to wait for any more. */
public record ExceptionEnded(ExceptionId exception) {
}
