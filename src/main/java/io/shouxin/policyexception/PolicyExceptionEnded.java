package io.shouxin.policyexception;

/** Event: an exception that was in force has ended or was revoked; published in the transaction in which it did. */
public record PolicyExceptionEnded(PolicyException exception) {
}
