package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import java.util.List;

/** Which rules are set aside for a case. Policy exceptions are kept on a floor above, which serves this port. */
@FunctionalInterface
public interface ExceptedRules {

    /** Those asked for and those approved, in the order of their numbers; none that was refused, taken back or has ended. */
    List<ExceptedRule> of(ApplicationId application);
}
