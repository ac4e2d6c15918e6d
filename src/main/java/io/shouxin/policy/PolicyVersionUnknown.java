package io.shouxin.policy;

/** Something was decided by a version of a policy that is in no book any more, or a set of tables has none for it. */
public class PolicyVersionUnknown extends RuntimeException {

    public PolicyVersionUnknown(String key, String version) {
        super("no version " + version + " of policy " + key + " is known");
    }
}
