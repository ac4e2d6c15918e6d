package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A credit application as the bank sees it.
 *
 * @param entity     the granting entity that was asked
 * @param applicant  the customer's person, or the officer who applies for him
 * @param openedBy   who opened it
 * @param requested  sum asked for; before submission the first idea from the start form
 * @param policyAsOf the day whose policy versions hold for the case for life: the day of submission; the day of opening before
 * @param form       empty until submitted
 * @param verdict    empty until assessed
 * @param madeBy     all who have a hand in it and so may not decide on it
 * @param closingRemark what was said about the end, beside the reasons
 * @param closedAt   when it ended without a facility
 * @param letter     the closing letter, once closed
 */
public record ApplicationView(ApplicationId applicationId, CustomerId customerId, EntityCode entity, PersonId applicant, PersonId openedBy,
                              ApplicationStatus status, FacilityKind facilityKind, String product, Money requested,
                              LocalDate policyAsOf, Instant openedAt, Optional<Instant> submittedAt, Optional<ApplicationForm> form,
                              Optional<AssessmentVerdict> verdict, Optional<AssessmentRecord> assessment,
                              Set<PersonId> madeBy, List<String> closingReasons, Optional<String> closingRemark,
                              Optional<Instant> closedAt, Optional<DocumentId> letter) {
}
