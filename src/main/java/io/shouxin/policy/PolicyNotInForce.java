package io.shouxin.policy;

import java.time.LocalDate;

/** No version of the policy is in force on that day, or there is no such policy. */
public class PolicyNotInForce extends RuntimeException {

    public PolicyNotInForce(String key, LocalDate asOf) {
        super("policy " + key + " has no version in force on " + asOf);
    }
}
