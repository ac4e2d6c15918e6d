package io.shouxin.policy;

import java.util.List;

/** A fact the policy needs was not given. The policy doesn't answer: nothing is assumed in a fact's place. */
public class PolicyInputMissing extends RuntimeException {

    private final String key;
    private final List<String> inputs;

    public PolicyInputMissing(String key, List<String> inputs) {
        super("policy " + key + " needs " + String.join(", ", inputs));
        this.key = key;
        this.inputs = List.copyOf(inputs);
    }

    /** The policy that was asked. */
    public String key() {
        return key;
    }

    /** Names of the missing inputs, in column order. */
    public List<String> inputs() {
        return inputs;
    }
}
