package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.time.Instant;
import java.util.List;

/**
 * One line of a list of applications.
 *
 * @param entity           code of the granting entity
 * @param statusLabel      status in the reader's language
 * @param stageLabel       what is being waited for, in the reader's language
 * @param products         product codes asked for
 * @param productLabels    their names in the reader's language
 * @param amount           sum asked for, decimal text
 * @param grade            grade code; {@code null} before the rating and for applicants
 * @param gradeLabel       its name in the reader's language
 * @param mayWithdraw      whether the reader may take it back now
 * @param letterDocumentId closing letter; {@code null} while open
 */
public record ApplicationSummary(ApplicationId applicationId, CustomerId customerId, EntityCode entity, String customerName, ApplicationStatus status,
                                 String statusLabel, List<String> products, List<String> productLabels,
                                 String amount, String currency, String grade, String gradeLabel,
                                 Instant openedAt, Instant submittedAt, String stageLabel, boolean mayWithdraw,
                                 String letterDocumentId) {
}
