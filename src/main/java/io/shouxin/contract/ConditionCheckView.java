package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One look at a condition after it was met or waived (条件复查).
 *
 * @param cadenceMonths after which it is looked at again
 * @param evidence      number of a document; null when the remark says how it was seen, or nobody has looked
 */
public record ConditionCheckView(String id, AgreementId agreement, ApplicationId application, CustomerId customer, String condition, int cadenceMonths,
                                 LocalDate dueOn, ConditionCheckStatus status, String evidence, String remark, String doneBy, Instant doneAt) {
}
