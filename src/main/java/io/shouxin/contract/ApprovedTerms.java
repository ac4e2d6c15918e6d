package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import java.util.List;

/**
 * The terms the bank approved, exactly as the approval case saw them.
 *
 * @param facilities     at least one, numbered by line
 * @param security       what secures them; may be empty
 * @param conditionCodes conditions precedent, e.g. {@code SECURITY_REGISTERED}; label under {@code condition.CODE}
 * @param covenants      promises of the customer beyond the standard ones, one sentence each; may be empty
 * @param proposalHash   sha256 of the frozen proposal that was approved, lower-case hex
 */
public record ApprovedTerms(ApplicationId application, CustomerId customer, List<ApprovedFacility> facilities,
                            List<ApprovedSecurity> security, List<String> conditionCodes, List<String> covenants, String proposalHash) {

    public ApprovedTerms {
        facilities = List.copyOf(facilities);
        security = List.copyOf(security);
        conditionCodes = List.copyOf(conditionCodes);
        covenants = List.copyOf(covenants);
        if (facilities.isEmpty()) {
            throw new IllegalArgumentException("approved terms need a facility");
        }
    }
}
