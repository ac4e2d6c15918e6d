package io.shouxin.origination;

import io.shouxin.kernel.PersonId;
import io.shouxin.rating.Assessment;
import java.time.Instant;

/** The qualification review and assessment of an application as recorded by an analyst (资质审核与评估). */
public record AssessmentRecord(Assessment assessment, AssessmentVerdict verdict, String opinion, PersonId by, Instant at) {
}
