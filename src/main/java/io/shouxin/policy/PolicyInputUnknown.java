package io.shouxin.policy;

import java.util.List;

/** A fact was given that the policy doesn't ask for: a misspelt name, or a caller and a table that drifted apart. */
public class PolicyInputUnknown extends RuntimeException {

    private final List<String> inputs;

    public PolicyInputUnknown(String key, List<String> inputs) {
        super("policy " + key + " knows no " + String.join(", ", inputs));
        this.inputs = List.copyOf(inputs);
    }

    public List<String> inputs() {
        return inputs;
    }
}
