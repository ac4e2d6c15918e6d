package io.shouxin.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a new password must be (密码要求): long, and without its owner's name or login. Length keeps guessers out better than prescribed
 * kinds of characters, which people meet in the same few ways. Passwords given before stay valid until they are changed.
 */
public final class BankPasswords implements PasswordPolicy {

    /** Characters a password has at least. */
    public static final int SHORTEST = 12;

    private final List<PasswordPolicyRule> rules = List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
