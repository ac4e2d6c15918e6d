package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Which rules are set aside for a case. Policy exceptions are kept on a floor above, which serves this port. */
public interface ExceptedRules {

    /** Those asked for and those approved, in the order of their numbers; none that was refused, taken back or has ended. */
    List<ExceptedRule> of(ApplicationId application);

    /** Those that were approved, over or to be over one day, though what their rule asks is not met; in the order of their numbers. */
    List<LapsingException> lapsing(ApplicationId application);

    /** The same of all cases of these customers. */
    List<LapsingException> lapsing(Collection<CustomerId> customers);

    /**
     * An exception that will be over, or is.
     *
     * @param rule key of the rule's name in the message bundles
     * @param on   its last day, or the day it was revoked
     * @param from first day on which it does not hold
     */
    record LapsingException(ApplicationId application, String number, String rule, LocalDate on, LocalDate from) {
    }
}
