package io.shouxin.origination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouxin.kernel.PersonId;
import io.shouxin.rating.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The qualification review and assessment of an application as recorded by an analyst (资质审核与评估).
 *
 * @param security what he found the security to be and to be worth; what is not in it is not verified
 * @param covenants what he wants of the covenants otherwise than the library suggests
 */
public record AssessmentRecord(Assessment assessment, AssessmentVerdict verdict, String opinion, List<SecurityValuation> security,
                               @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CovenantAmendment> covenants, PersonId by, Instant at) {

    public AssessmentRecord {
        security = security == null ? List.of() : List.copyOf(security);
        covenants = covenants == null ? List.of() : List.copyOf(covenants);
    }

    /** As it is kept with the application; empty before it was assessed. */
    static Optional<AssessmentRecord> of(CreditApplication application) {
        return application.assessment().map(json -> StoredJson.read(json, AssessmentRecord.class));
    }
}
