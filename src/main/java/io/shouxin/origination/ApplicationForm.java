package io.shouxin.origination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The whole application as submitted (授信申请书).
 *
 * @param facilities             one to ten, most important first: a limit too small for all is given out in this order
 * @param groupName              connected group (所属集团) the customer belongs to, or empty
 * @param policyAccepted         the customer has read and accepts the credit policy; must be true
 * @param creditReportAuthorised the customer lets the bank query his credit report; must be true
 */
public record ApplicationForm(List<RequestedFacility> facilities, String groupName, boolean policyAccepted,
                              boolean creditReportAuthorised, OperatingData operating) {

    public ApplicationForm {
        facilities = facilities == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(facilities));
    }
}
