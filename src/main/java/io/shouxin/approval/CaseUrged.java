package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.util.Set;

/**
 * Somebody asks for a decision that is overdue.
 *
 * @param subject business number of what is to be decided
 * @param asked   whose turn it is
 * @param no      place of the reminder in the case's history
 */
public record CaseUrged(ApprovalCaseId id, String subject, Set<PersonId> asked, long no) {
}
