package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import java.time.LocalDate;
import java.util.List;

/** Which rules are set aside for a case. Policy exceptions are kept on a floor above, which serves this port. */
public interface ExceptedRules {

    /** Those asked for and those approved, in the order of their numbers; none that was refused, taken back or has ended. */
    List<ExceptedRule> of(ApplicationId application);

    /** Those that were approved and no longer hold on that day, though what their rule asks is not met. */
    List<LapsedException> lapsed(ApplicationId application, LocalDate day);

    /**
     * An exception that is over.
     *
     * @param rule key of the rule's name in the message bundles
     * @param on   its last day, or the day it was revoked
     */
    record LapsedException(String number, String rule, LocalDate on) {
    }
}
